public import NuntiqModel

/// An invoice as the work list shows it.
public struct WorkRow: Sendable, Hashable {
    /// Where it stands, with every lease that is over counted as over.
    public let state: InvoiceState
    /// Since when it stands there.
    public let since: Instant
    /// The number within the installation.
    public let id: Int64
    /// The supplier's number for it.
    public let number: String
    /// The supplier's number, or empty.
    public let supplierNumber: String
    /// What the invoice calls the supplier, or the account that sent it; perhaps empty.
    public let supplierName: String
    /// `credit_note` and the like, or empty.
    public let documentType: String
    /// The gross amount as received.
    public let gross: Amount?
    /// ISO 4217, or empty.
    public let currencyCode: String
    /// When it was issued.
    public let invoicedOn: CalendarDate?
    /// When it is due.
    public let dueOn: CalendarDate?
    /// When it came in.
    public let createdAt: Instant
    /// What brought it where it stands.
    public let reason: StandingReason?
}

/// What brought an invoice where it stands: the last event that changed its status.
public struct StandingReason: Sendable, Hashable {
    /// What happened.
    public let trigger: String
    /// Who did it.
    public let by: Actor
    /// When.
    public let at: Instant
    /// What the checks found, in the order of what it costs.
    public let issues: [ValidationIssue]
    /// What was said about it, internal or to the supplier.
    public let note: String
}

/// Exact sums, each in its own currency.
public struct CurrencySums: Sendable, Hashable {
    /// The currencies in the order of their codes, each with its sum.
    public private(set) var sums: [(currency: String, amount: Amount)] = []

    /// Adds up what has an amount and a currency.
    public init(_ rows: some Sequence<WorkRow>) {
        let amounts = Dictionary(
            grouping: rows.compactMap { row in row.gross.map { (row.currencyCode, row.signed($0)) } }, by: \.0)
        sums = amounts.compactMap { currency, amounts in
            guard !currency.isEmpty, let sum = try? Amount.sum(of: amounts.map(\.1)) else { return nil }
            return (currency, sum)
        }.sorted { $0.currency < $1.currency }
    }

    /// Whether the same currencies have the same sums.
    public static func == (left: CurrencySums, right: CurrencySums) -> Bool {
        left.sums.elementsEqual(right.sums) { $0 == $1 }
    }

    /// Hashes currencies and sums.
    public func hash(into hasher: inout Hasher) {
        for (currency, amount) in sums {
            hasher.combine(currency)
            hasher.combine(amount)
        }
    }
}

extension WorkRow {
    /// A credit note takes away from what is to be paid.
    func signed(_ amount: Amount) -> Amount {
        documentType == "credit_note" ? amount.negated : amount
    }
}
