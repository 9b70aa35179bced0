import NuntiqCore
import NuntiqModel

/// A button of what may be done with what is selected.
struct BulkView: Sendable {
    let name: String
    let word: String
    let icon: String
    let style: String

    init(_ action: BulkAction) {
        name = action.rawValue
        (word, icon) = action.sign
        style = action == .reject ? " danger" : ""
    }
}

/// What is asked before many invoices are rejected, or all of a list are changed.
struct BulkQuestion: Sendable {
    let title: String
    let words: String
    /// How much money it is about, currency by currency.
    let sums: String
    let action: String
    let tokens: [String]
    let needsReason: Bool
    let reason: String
    let fault: String?
    let verb: String
    let style: String
    let harmless: String
    let back: String

    init(_ wish: BulkWish, _ rows: [WorkRow], back: String) {
        let count = MoneyText.number(Amount(rows.count))
        let verb = wish.action.verb
        title = rows.count == 1 ? "\(verb) this invoice?" : "\(verb) these \(count) invoices?"
        words = wish.action.consequence + (wish.hasMore ? " The list has more; these are its first." : "")
        sums = CurrencySums(rows).words
        action = wish.action.rawValue
        tokens = rows.map(\.state.token.description)
        needsReason = wish.action == .reject
        (reason, fault) = (wish.typed, wish.fault)
        self.verb = verb
        (style, harmless) = needsReason ? ("danger sure", "Keep them") : ("primary", "Leave them")
        self.back = back
    }
}

extension CurrencySums {
    /// `14,220.50 EUR · 8,905.10 USD`.
    fileprivate var words: String {
        sums.map { "\(MoneyText.number($0.amount, in: $0.currency)) \($0.currency)" }.joined(separator: " · ")
    }
}

/// What became of many invoices: how many, how much, and what was left out and why.
struct BulkResultView: Sendable {
    /// An invoice that was left out.
    struct Left: Sendable {
        let path: String
        let name: String
        let why: String
    }

    let style: String
    let icon: String
    let title: String
    let sums: String
    let left: [Left]
    let hasLeft: Bool
    /// How many more were left out.
    let more: String?

    /// So many are named.
    private static let leftMax = 30

    init(_ action: BulkAction, _ outcomes: [(token: Token, outcome: BulkOutcome)], _ rows: [WorkRow]) {
        let byToken = Dictionary(rows.map { ($0.state.token, $0) }) { first, _ in first }
        let done = outcomes.filter { $0.outcome.isDone }.compactMap { byToken[$0.token] }
        let later = outcomes.filter { $0.outcome.isLater }.count
        let waiting = later == 0 ? "" : ", \(later) when the connector gives them back"
        title = "\(action.past) \(done.count)\(waiting)."
        sums = CurrencySums(done).words
        let all = outcomes.compactMap { token, outcome in
            outcome.why(action).map { Left(row: byToken[token], token, $0) }
        }
        left = Array(all.prefix(Self.leftMax))
        more = all.count > left.count ? "and \(MoneyText.number(Amount(all.count - left.count))) more" : nil
        hasLeft = !left.isEmpty
        (style, icon) = left.isEmpty ? ("good", "check") : ("warn", "warn")
    }
}

extension BulkResultView.Left {
    fileprivate init(row: WorkRow?, _ token: Token, _ why: String) {
        let name = row.map { row in
            let supplier = row.supplierName.isEmpty ? row.supplierNumber : row.supplierName
            return "\(supplier) \(row.number.isEmpty ? "no number" : row.number)"
        }
        self.init(path: "\(InvoicesURL.path)/\(token)", name: name ?? "An invoice that is not here", why: why)
    }
}

extension BulkOutcome {
    fileprivate var isDone: Bool {
        switch self {
        case .done: true
        case .postponed, .already, .refused: false
        }
    }

    fileprivate var isLater: Bool {
        switch self {
        case .postponed: true
        case .done, .already, .refused: false
        }
    }

    /// Why it was left out; `nil` when it was not.
    fileprivate func why(_ action: BulkAction) -> String? {
        switch self {
        case .done, .postponed: nil
        case .already: "was \(action.past.lowercased()) before"
        case .refused(let error): error.words
        }
    }
}

extension IntegrationError {
    /// Why something is not possible, for people.
    var words: String {
        switch self {
        case .statusConflict(let status, _), .contentImmutable(let status), .invoiceClosed(let status):
            "is at “\(StatusBadge(status).word)”, which does not allow it"
        case .notFound: "is not here"
        default: message
        }
    }
}

extension BulkAction {
    /// What was done, as the result says it.
    var past: String {
        switch self {
        case .hold: "Held"
        case .release: "Released"
        case .reprocess: "Sent through the checks again:"
        case .reject: "Rejected"
        }
    }

    /// What it is called as a button that does it.
    fileprivate var verb: String {
        switch self {
        case .hold: "Hold"
        case .release: "Release"
        case .reprocess: "Reprocess"
        case .reject: "Reject"
        }
    }

    /// What follows from it.
    fileprivate var consequence: String {
        switch self {
        case .hold: "No connector gets them until somebody releases them."
        case .release: "They go back to where they were held from, or to the ERP again."
        case .reprocess: "Every rule runs again over what they say now."
        case .reject: "They will not be paid. The supplier is told why, in your words."
        }
    }

    fileprivate var sign: (word: String, icon: String) {
        switch self {
        case .hold: ("Hold", "pause")
        case .release: ("Release", "play")
        case .reprocess: ("Reprocess", "redo")
        case .reject: ("Reject…", "s-rejected")
        }
    }
}
