public import NuntiqModel

/// Which invoices the work list shows.
public struct WorkFilter: Sendable, Hashable {
    /// Only of this state; `nil` for all.
    public var state: WorkState?
    /// Words that stand in the invoice, each perhaps only begun.
    public var text = ""
    /// Words of what is to be done with it.
    public var issue = ""
    /// Only of this supplier, by its number.
    public var supplierNumber: String?
    /// Only what came to this inbox.
    public var inbox: Int64?
    /// Only what this partner account or API user sent.
    public var account: Int64?
    /// Only in this currency.
    public var currency: String?
    /// Due on this day or later.
    public var dueFrom: CalendarDate?
    /// Due before this day.
    public var dueBefore: CalendarDate?
    /// Issued on this day or later.
    public var invoicedFrom: CalendarDate?
    /// Issued before this day.
    public var invoicedBefore: CalendarDate?
    /// Gross of at least this.
    public var amountFrom: Amount?
    /// Gross of at most this.
    public var amountTo: Amount?

    /// A filter that lets everything through.
    public init() {}

    /// The statuses it lets through.
    var statuses: [Status] { state?.statuses ?? Status.allCases }

    var hasWords: Bool {
        !text.isEmpty || !issue.isEmpty || supplierNumber != nil || inbox != nil || account != nil || currency != nil
    }
    var hasDue: Bool { dueFrom != nil || dueBefore != nil }
    var hasDate: Bool { invoicedFrom != nil || invoicedBefore != nil }
    var hasAmount: Bool { amountFrom != nil || amountTo != nil }

    /// Whether it looks at anything but the state.
    public var isNarrowed: Bool { hasWords || hasDue || hasDate || hasAmount }

    /// The order in which what it lets through is shown.
    public var order: WorkOrder {
        if hasWords { return .newest }
        if hasDue { return state?.isToDo == true ? .toDo : .due }
        if hasAmount { return .amount }
        if hasDate { return .dated }
        guard let state else { return .arrival }
        return state.isToDo ? .toDo : .changed
    }
}

/// In which order the work list stands; each is that of an index.
public enum WorkOrder: String, Sendable, Hashable, CaseIterable {
    /// What waits for a person: what is due first.
    case toDo = "d"
    /// What came to its state last.
    case changed = "c"
    /// What came in last.
    case arrival = "a"
    /// What came in last, by its number.
    case newest = "n"
    /// What is due first.
    case due = "u"
    /// What was issued last.
    case dated = "i"
    /// The largest amount.
    case amount = "g"

    var isAscending: Bool {
        switch self {
        case .toDo, .due: true
        case .changed, .arrival, .newest, .dated, .amount: false
        }
    }

    /// The column of the order itself; the second column makes it unique.
    var columns: (key: String, tie: String) {
        switch self {
        case .toDo: ("s.due_on", "s.token")
        case .changed: ("s.updated_at", "s.token")
        case .arrival: ("s.token", "s.token")
        case .newest: ("c.id", "c.id")
        case .due: ("c.due_on", "c.id")
        case .dated: ("c.invoiced_on", "c.id")
        case .amount: ("c.gross_key", "c.id")
        }
    }
}
