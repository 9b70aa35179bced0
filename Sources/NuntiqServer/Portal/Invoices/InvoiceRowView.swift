import NuntiqCore
import NuntiqModel

/// A row of the work list, in finished words.
struct InvoiceRowView: Sendable {
    /// A due date.
    struct Due: Sendable {
        let machine: String
        let text: String
        let style: String
        /// What a colour says, in words.
        let overdue: String?
    }

    let token: String
    let path: String
    let status: StatusBadge
    let number: String
    let supplier: String
    let why: String
    let due: Due?
    let age: String
    let since: String
    let gross: MoneyView?
    /// The exact amount, for the sum of what is selected.
    let plainGross: String
    let isChosen: Bool

    init(_ row: WorkRow, _ calendar: TenantCalendar, chosen: Set<Token> = []) {
        token = row.state.token.description
        path = "\(InvoicesURL.path)/\(token)"
        status = StatusBadge(row.state.status)
        number = row.number.isEmpty ? "no number" : row.number
        supplier = row.supplierName.isEmpty ? row.supplierNumber : row.supplierName
        why = WhatToDo(row, calendar).text
        due = row.dueOn.map { Due($0, isOpen: !row.state.status.isFinal, calendar) }
        age = calendar.age(since: row.since)
        since = calendar.exact(row.since).title
        let signed = row.gross.map { row.documentType == "credit_note" && !$0.isNegative ? $0.negated : $0 }
        gross = signed.map { MoneyView($0, row.currencyCode) }
        plainGross = signed?.description ?? ""
        isChosen = chosen.contains(row.state.token)
    }
}

extension InvoiceRowView.Due {
    init(_ day: CalendarDate, isOpen: Bool, _ calendar: TenantCalendar) {
        let isOver = isOpen && calendar.isDue(day)
        self.init(
            machine: String(day), text: calendar.short(day), style: isOver ? "bad strong" : "",
            overdue: isOver ? calendar.distance(day) : nil)
    }
}
