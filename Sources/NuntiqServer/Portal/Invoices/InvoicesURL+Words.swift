import NuntiqCore
import NuntiqModel

/// The list's filter in words.
extension InvoicesURL {
    /// What is set, each with the list without it.
    func chips(_ choices: WorkChoices) -> [InvoicesPage.Chip] {
        func chip(_ words: String, _ names: Set<String>) -> InvoicesPage.Chip {
            InvoicesPage.Chip(words: words, path: link(without: names))
        }
        var chips: [InvoicesPage.Chip] = []
        if !filter.text.isEmpty { chips.append(chip("“\(filter.text)”", ["q"])) }
        if !filter.issue.isEmpty { chips.append(chip("To do: \(filter.issue)", ["todo"])) }
        if let number = filter.supplierNumber { chips.append(chip("Supplier \(number)", ["supplier"])) }
        if let account = filter.account {
            chips.append(chip("From \(choices.account ?? String(account))", ["partner"]))
        }
        if let inbox = filter.inbox {
            let address = choices.inboxes.first { $0.id == inbox }?.address ?? String(inbox)
            chips.append(chip("Inbox \(address)", ["inbox"]))
        }
        if let currency = filter.currency { chips.append(chip(currency.uppercased(), ["currency"])) }
        chips += range("Due", filter.dueFrom, filter.dueBefore).map { chip($0, ["due_from", "due_before"]) }
        chips += range("Issued", filter.invoicedFrom, filter.invoicedBefore)
            .map { chip($0, ["date_from", "date_before"]) }
        chips += amounts.map { chip($0, ["amount_from", "amount_to"]) }
        return chips
    }

    private func range(_ word: String, _ from: CalendarDate?, _ before: CalendarDate?) -> [String] {
        switch (from, before) {
        case (nil, nil): []
        case (let from?, nil): ["\(word) from \(LocalTime.text(of: from))"]
        case (nil, let before?): ["\(word) before \(LocalTime.text(of: before))"]
        case (let from?, let before?):
            ["\(word) from \(LocalTime.text(of: from)), before \(LocalTime.text(of: before))"]
        }
    }

    private var amounts: [String] {
        switch (filter.amountFrom, filter.amountTo) {
        case (nil, nil): []
        case (let from?, nil): ["\(MoneyText.number(from)) or more"]
        case (nil, let to?): ["\(MoneyText.number(to)) or less"]
        case (let from?, let to?): ["\(MoneyText.number(from)) to \(MoneyText.number(to))"]
        }
    }

    /// What the table holds, in which order.
    var caption: String {
        let what = filter.state.map { "Invoices: \($0.word.lowercased())" } ?? "All invoices"
        return "\(what), \(orderWords)"
    }

    private var orderWords: String {
        switch filter.order {
        case .toDo, .due: "by due date"
        case .changed: "the latest change first"
        case .arrival, .newest: "the newest first"
        case .dated: "the latest date first"
        case .amount: "the largest first"
        }
    }

    /// What is taken when all that match are taken at once.
    func wholeWords(_ page: WorkPage) -> String {
        let most = MoneyText.number(Amount(Integration.bulkMax))
        guard !filter.isNarrowed else { return "All that match, \(most) at most" }
        let total = filter.state.map { page.counts[$0].count } ?? page.counts.all
        let all = MoneyText.number(Amount(Int(total)))
        return total > Integration.bulkMax ? "The first \(most) of \(all)" : "All \(all)"
    }

    /// `1–14 of 21, by due date`, where the total is known; else how many are shown.
    func range(_ page: WorkPage) -> String {
        guard !page.rows.isEmpty else { return "" }
        let total = filter.state.map { page.counts[$0].count } ?? page.counts.all
        let count = MoneyText.number(Amount(page.rows.count))
        guard !filter.isNarrowed else {
            return "\(count)\(page.next == nil && page.previous == nil ? "" : " of more"), \(orderWords)"
        }
        let all = MoneyText.number(Amount(Int(total)))
        return page.previous == nil ? "1–\(count) of \(all), \(orderWords)" : "\(count) of \(all), \(orderWords)"
    }
}

/// The fields of the filter, as they are set.
struct FiltersView: Sendable {
    /// An inbox to choose.
    struct Choice: Sendable {
        let value: String
        let words: String
        let isChosen: Bool
    }

    let hidden: [FormValue]
    let supplier: String
    let todo: String
    let currency: String
    let dueFrom: String
    let dueBefore: String
    let dateFrom: String
    let dateBefore: String
    let amountFrom: String
    let amountTo: String
    let inboxes: [Choice]

    init(_ url: InvoicesURL, _ choices: WorkChoices) {
        let filter = url.filter
        hidden = url.values().filter { ["state", "q", "partner"].contains($0.name) }.map(FormValue.init)
        (supplier, todo, currency) = (filter.supplierNumber ?? "", filter.issue, filter.currency ?? "")
        dueFrom = filter.dueFrom.map(String.init) ?? ""
        dueBefore = filter.dueBefore.map(String.init) ?? ""
        dateFrom = filter.invoicedFrom.map(String.init) ?? ""
        dateBefore = filter.invoicedBefore.map(String.init) ?? ""
        amountFrom = filter.amountFrom?.description ?? ""
        amountTo = filter.amountTo?.description ?? ""
        inboxes = choices.inboxes.map {
            Choice(value: String($0.id), words: $0.address, isChosen: $0.id == filter.inbox)
        }
    }
}
