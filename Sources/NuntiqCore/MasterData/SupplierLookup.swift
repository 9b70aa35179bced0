public import NuntiqModel
public import NuntiqStore

/// What the master data say of an invoice's supplier.
public enum SupplierStanding: Sendable, Hashable, CaseIterable {
    /// The tenant has loaded no suppliers: nothing can be said.
    case unchecked
    /// It is there and in use.
    case active
    /// It is there and not in use.
    case inactive
    /// It is there and blocked.
    case blocked
    /// It is not there, or the invoice does not say who it is.
    case unknown
}

/// A supplier as the pipeline looks it up.
public struct KnownSupplier: Sendable, Hashable {
    /// How it stands.
    public let standing: SupplierStanding
    /// What it is called; `nil` where it is not known.
    public let name: String?
}

/// Finds the supplier of an invoice by its number, whatever its case (index `master_row_by_slot_1`).
public struct SupplierLookup {
    private let tx: any Transaction
    private let tenant: TenantID

    /// The rules that say something of a supplier's master data: of the customer's own house, not for suppliers.
    public static let rules: Set<String> = ["AWAITING_SUPPLIER", "SUPPLIER_INACTIVE", "SUPPLIER_BLOCKED"]

    /// Looks up in a transaction.
    public init(_ tx: any Transaction, _ tenant: TenantID) {
        (self.tx, self.tenant) = (tx, tenant)
    }

    /// The supplier of a number; where the organisation has one of its own, that one.
    public func find(number: String?, organization: String?) throws -> KnownSupplier {
        guard let set = try MasterSetRepository(tx: tx, tenant: tenant).find(.supplier), set.rows > 0 else {
            return KnownSupplier(standing: .unchecked, name: nil)
        }
        guard let number, !trimmed(number).isEmpty else { return KnownSupplier(standing: .unknown, name: nil) }
        let query = MasterQuery(
            tx: tx, tenant: tenant, kind: .supplier, collection: set.collection,
            filter: MasterFilter(terms: Self.terms(number)))
        let all = try query.rows(after: "", limit: Self.rowsMax).map(\.record)
        let own = all.filter { $0["organization_code"] == organization }
        let rows = own.isEmpty ? all : own
        guard let first = rows.first else { return KnownSupplier(standing: .unknown, name: nil) }
        let best = rows.first { Self.standing(of: $0) == .active } ?? first
        return KnownSupplier(standing: Self.standing(of: best), name: best["supplier_name"])
    }

    /// So many organisations share a number at most, before it says nothing any more.
    private static let rowsMax = 200

    private static func terms(_ number: String) -> [MasterFilter.Term] {
        guard let field = MasterKind.supplier.shape.field("supplier_number") else { return [] }
        return [MasterFilter.Term(field: field, value: number)]
    }

    private static func standing(of record: MasterRecord) -> SupplierStanding {
        if record["is_blocked"] == "true" { return .blocked }
        return record["is_active"] == "true" ? .active : .inactive
    }
}
