public import NuntiqCore
public import NuntiqModel
public import NuntiqStore

/// Runs the built-in rules; any error means that a person must look.
public struct Validate: Stage {
    /// What the rules must know beside the invoice.
    public struct Knowledge: Sendable, Hashable {
        /// The last day that has begun anywhere on earth.
        public let today: CalendarDate?
        /// The supplier numbers its account submits for, folded; empty means any.
        public let suppliersOfAccount: Set<String>
        /// Whether the tenant has loaded any suppliers.
        public let hasSuppliers: Bool
        /// What the suppliers say of this one.
        public let supplier: SupplierStanding

        /// Makes knowledge.
        public init(
            today: CalendarDate?, suppliersOfAccount: Set<String>, hasSuppliers: Bool,
            supplier: SupplierStanding = .active
        ) {
            self.today = today
            self.suppliersOfAccount = suppliersOfAccount
            self.hasSuppliers = hasSuppliers
            self.supplier = supplier
        }
    }

    /// Makes the stage.
    public init() {}

    /// Looks up the day, the account and the supplier.
    public func gather(for draft: InvoiceDraft, in tx: any Transaction) throws -> Knowledge {
        let suppliers = try PartnerRepository(tx).suppliers(draft.tenant, of: draft.account)
        let header = draft.content.header
        let supplier = try SupplierLookup(tx, draft.tenant).find(
            number: header["supplierNumber"]?.text, organization: header["organizationCode"]?.text)
        return Knowledge(
            today: CalendarDate(of: tx.now + .seconds(14 * 3_600)),
            suppliersOfAccount: Set(suppliers.map(trimmedFolded)), hasSuppliers: supplier.standing != .unchecked,
            supplier: supplier.standing)
    }

    /// Runs every rule.
    public func decide(_ draft: InvoiceDraft, knowing knowledge: Knowledge) -> StageOutcome {
        let facts = InvoiceFacts(draft, knowing: knowledge)
        let issues = ValidationRule.builtIn.flatMap { $0.issues(in: facts) }
        var draft = draft
        draft.remarks += issues.filter { $0.severity != .error }
        let reasons = issues.filter { $0.severity == .error }.map { ReviewReason(.validation, $0) }
        return reasons.isEmpty ? .advance(draft) : .review(draft, reasons: reasons)
    }
}
