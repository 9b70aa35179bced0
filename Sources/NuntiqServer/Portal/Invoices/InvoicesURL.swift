import NuntiqCore
import NuntiqModel

/// The state of the work list as it stands in the URL: `?state=review&due_before=2026-06-01&q=…&after=…`.
struct InvoicesURL: Sendable {
    static let path = "/invoices"

    var filter = WorkFilter()
    /// Whether no state was named and the list of what is to do stands for it.
    var isDefault = false
    var wish = WorkPartWish.first
    /// Names of values that could not be read; they are left out.
    private(set) var unread: [String] = []

    /// What needs a person.
    init() {
        filter.state = .toDo
        isDefault = true
    }

    /// Reads a query; a value that no page writes is left out and said.
    init(_ values: Form) {
        filter.text = String(trimmed(values["q"]).prefix(200))
        filter.issue = String(trimmed(values["todo"]).prefix(200))
        readState(values["state"])
        filter.supplierNumber = Self.text(values["supplier"])
        filter.currency = Self.text(values["currency"])
        filter.inbox = read(values, "inbox") { Int64($0) }
        filter.account = read(values, "partner") { Int64($0) }
        filter.dueFrom = read(values, "due_from", Self.day)
        filter.dueBefore = read(values, "due_before", Self.day)
        filter.invoicedFrom = read(values, "date_from", Self.day)
        filter.invoicedBefore = read(values, "date_before", Self.day)
        filter.amountFrom = read(values, "amount_from", Self.amount)
        filter.amountTo = read(values, "amount_to", Self.amount)
        if let cursor = WorkCursor(values["after"]) { wish = .after(cursor) }
        if let cursor = WorkCursor(values["before"]) { wish = .before(cursor) }
    }

    private mutating func readState(_ word: String) {
        if word.isEmpty {
            isDefault = !filter.isNarrowed
            filter.state = isDefault ? .toDo : nil
        } else if word != "all" {
            filter.state = WorkState(rawValue: word)
            if filter.state == nil { unread.append("state") }
        }
    }

    private mutating func read<Value>(_ values: Form, _ name: String, _ parse: (String) -> Value?) -> Value? {
        let text = trimmed(values[name])
        guard !text.isEmpty else { return nil }
        let value = parse(text)
        if value == nil { unread.append(name) }
        return value
    }

    private static func text(_ text: String) -> String? {
        let kept = String(trimmed(text).prefix(200))
        return kept.isEmpty ? nil : kept
    }

    /// `2026-05-20` or `20.5.2026`.
    private static func day(_ text: String) -> CalendarDate? {
        if let day = CalendarDate(text) { return day }
        let parts = text.split(separator: ".").compactMap { Int($0) }
        return parts.count == 3 ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
    }

    /// `14,220.50` as well as `14220.50`.
    private static func amount(_ text: String) -> Amount? {
        Amount(text.replacing(",", with: "").replacing(" ", with: ""))
    }
}

extension InvoicesURL {
    /// A list that somebody has kept.
    init(_ view: SavedView) {
        self.init(Form(view.query) ?? Form.empty)
    }

    /// What is kept of this list: everything but the place in it.
    var query: String {
        String(link().dropFirst(Self.path.count + 1))
    }

    /// The values by their names, in their order; `without` leaves some out.
    func values(without names: Set<String> = []) -> [(name: String, value: String)] {
        let state = isDefault ? nil : filter.state?.rawValue ?? "all"
        let all: [(String, String?)] = [
            ("state", state), ("q", filter.text), ("todo", filter.issue), ("supplier", filter.supplierNumber),
            ("partner", filter.account.map(String.init)), ("inbox", filter.inbox.map(String.init)),
            ("currency", filter.currency), ("due_from", filter.dueFrom.map(String.init)),
            ("due_before", filter.dueBefore.map(String.init)), ("date_from", filter.invoicedFrom.map(String.init)),
            ("date_before", filter.invoicedBefore.map(String.init)),
            ("amount_from", filter.amountFrom?.description), ("amount_to", filter.amountTo?.description),
        ]
        return all.compactMap { name, value in
            guard let value, !value.isEmpty, !names.contains(name) else { return nil }
            return (name, value)
        }
    }

    /// The URL of this list from its beginning, or of the part that begins at a place.
    func link(without names: Set<String> = [], and more: [(name: String, value: String)] = []) -> String {
        let pairs = (values(without: names) + more).map { "\($0.name)=\(PercentEncoding.encode($0.value))" }
        return pairs.isEmpty ? Self.path : "\(Self.path)?\(pairs.joined(separator: "&"))"
    }

    /// The same list in another state.
    func link(to state: WorkState?) -> String {
        link(without: ["state"], and: [("state", state?.rawValue ?? "all")])
    }

    /// This very part.
    var here: String {
        switch wish {
        case .first: link()
        case .after(let cursor): link(and: [("after", cursor.description)])
        case .before(let cursor): link(and: [("before", cursor.description)])
        }
    }
}
