import NuntiqCore
import NuntiqModel

/// The work list.
struct InvoicesPage: ShellPage {
    static let template = "portal/invoices"

    /// A state with how many invoices stand there.
    struct Tab: Sendable {
        let path: String
        let word: String
        let count: String
        let age: String?
        let isCurrent: Bool
        let isZero: Bool
    }

    /// A filter that is set, and the list without it.
    struct Chip: Sendable {
        let words: String
        let path: String
    }

    /// What the page says instead of an empty table.
    struct Nothing: Sendable {
        let title: String
        let words: String
        let linkPath: String
        let linkText: String
    }

    let frame: PageFrame
    let shell: Shell
    let open: String
    let urgent: [UrgentView]
    let hasUrgent: Bool
    let tabs: [Tab]
    let words: String
    let hidden: [FormValue]
    let chips: [Chip]
    let filters: FiltersView
    let caption: String
    let dueSort: String?
    let rows: [InvoiceRowView]
    let nothing: Nothing?
    let range: String
    let newerPath: String?
    let olderPath: String?
    let here: String
    let mayDecide: Bool
    let actions: [BulkView]
    var result: BulkResultView?
    var question: BulkQuestion?
    let unread: String?
    /// What the page has seen, and where it asks whether that is all.
    let version: String
    let versionPath = WorkVersionRoutes.path
    /// The name under which this very list is kept.
    let viewName: String?
    /// What an action on all of the list would take; `nil` where all of it is on the page.
    let whole: String?

    init(_ context: PortalContext, _ url: InvoicesURL, _ page: WorkPage, _ choices: WorkChoices) {
        let calendar = TenantCalendar(context)
        frame = context.page.frame
        var shell = context.shell(.invoices, title: "Invoices")
        shell.keys = Self.keys
        self.shell = shell
        open = MoneyText.number(Amount(Int(page.counts.open)))
        urgent = page.urgent.map { UrgentView($0, calendar) }
        hasUrgent = !urgent.isEmpty
        tabs = Self.tabs(url, page.counts, calendar)
        words = url.filter.text
        hidden = url.values(without: ["q"]).map(FormValue.init)
        chips = url.chips(choices)
        filters = FiltersView(url, choices)
        (caption, dueSort) = (url.caption, url.filter.order == .toDo || url.filter.order == .due ? "ascending" : nil)
        rows = page.rows.map { InvoiceRowView($0, calendar) }
        nothing = rows.isEmpty ? Nothing(url, page.counts) : nil
        range = url.range(page)
        newerPath = page.previous.map { url.link(and: [("before", $0.description)]) }
        olderPath = page.next.map { url.link(and: [("after", $0.description)]) }
        here = url.here
        mayDecide = context.allows(.clerk)
        actions = mayDecide ? BulkAction.allCases.map(BulkView.init) : []
        version = page.version.description
        viewName = shell.views.first { $0.isCurrent }?.name
        whole = page.next == nil && page.previous == nil ? nil : url.wholeWords(page)
        unread = url.unread.isEmpty ? nil : url.unread.joined(separator: ", ")
    }

    private static let keys = [
        Shell.Key("J", "K", does: "down, up"), Shell.Key("Enter", does: "open"), Shell.Key("X", does: "select"),
        Shell.Key("F", does: "filter"), Shell.Key("H", does: "hold"),
    ]

    /// The states, some of them only while something stands there.
    private static func tabs(_ url: InvoicesURL, _ counts: StateCounts, _ calendar: TenantCalendar) -> [Tab] {
        let states = WorkState.allCases.filter { state in
            let isRare = state == .processing || state == .cancelled
            return !isRare || counts[state].count > 0 || url.filter.state == state
        }
        return states.map { state in
            let count = counts[state]
            let age = count.oldest.map { calendar.age(since: $0) }
            return Tab(
                path: url.link(to: state), word: state.word, count: MoneyText.number(Amount(Int(count.count))),
                age: count.count == 0 ? nil : state.age(age, recent: count.recent),
                isCurrent: url.filter.state == state, isZero: count.count == 0)
        } + [
            Tab(
                path: url.link(to: nil), word: "All", count: MoneyText.number(Amount(Int(counts.all))), age: nil,
                isCurrent: url.filter.state == nil, isZero: counts.all == 0)
        ]
    }
}

/// A hidden value of a form.
struct FormValue: Sendable {
    let name: String
    let value: String

    init(_ pair: (name: String, value: String)) {
        (name, value) = pair
    }
}

extension WorkState {
    /// The word of the tab.
    var word: String {
        switch self {
        case .toDo: "To do"
        case .review: "Needs review"
        case .duplicates: "Duplicates"
        case .approval: "Approval"
        case .processing: "Processing"
        case .ready: "Ready"
        case .posting: "In posting"
        case .doubt: "In doubt"
        case .hold: "On hold"
        case .failed: "Failed"
        case .rejected: "Rejected"
        case .cancelled: "Cancelled"
        case .processed: "Processed"
        }
    }

    /// What stands beside the count: how long the oldest waits, or what was done today.
    fileprivate func age(_ oldest: String?, recent: Int64) -> String? {
        switch self {
        case .toDo: oldest.map { "oldest \($0)" }
        case .processed, .rejected, .cancelled: "\(recent) today"
        case .review, .duplicates, .approval, .processing, .ready, .posting, .doubt, .hold, .failed: oldest
        }
    }
}

extension InvoicesPage.Nothing {
    init(_ url: InvoicesURL, _ counts: StateCounts) {
        let typed = [url.filter.text, url.filter.issue].first { !$0.isEmpty }
        let place = url.filter.state.map { " in “\($0.word)”" } ?? ""
        if url.filter.isNarrowed {
            let hasState = url.filter.state != nil
            self.init(
                title: typed.map { "No invoice\(place) has “\($0)”" } ?? "No invoice\(place) fits the filter",
                words: "Every word must begin a word of the invoice: number, supplier, amount, order, any text.",
                linkPath: hasState ? url.link(to: nil) : InvoicesURL.path,
                linkText: hasState ? "Look in all states" : "Remove the filter")
        } else if counts.all == 0 {
            self.init(
                title: "No invoices yet",
                words: "Invite a supplier, or let your own program send one; it appears here within a second.",
                linkPath: "/partners", linkText: "To the partners")
        } else {
            let processed = counts[.processed].recent
            let done = processed == 0 ? "" : "\(processed) went straight through or were posted today. "
            self.init(
                title: url.filter.state?.emptyTitle ?? "No invoices",
                words: "\(done)New ones appear here by themselves.",
                linkPath: url.link(to: url.filter.state == .posting ? .processed : .posting),
                linkText: url.filter.state == .posting ? "See what is processed" : "See what is in posting")
        }
    }
}

extension WorkState {
    fileprivate var emptyTitle: String {
        switch self {
        case .toDo: "Nothing to do"
        case .review: "Nothing to review"
        case .duplicates: "No duplicates suspected"
        case .approval: "Nothing to approve"
        case .processing: "Nothing is being read"
        case .ready: "Nothing waits for a connector"
        case .posting: "Nothing is in posting"
        case .doubt: "Nothing is in doubt"
        case .hold: "Nothing is on hold"
        case .failed: "Nothing has failed"
        case .rejected: "Nothing was rejected"
        case .cancelled: "Nothing was cancelled"
        case .processed: "Nothing is processed yet"
        }
    }
}
