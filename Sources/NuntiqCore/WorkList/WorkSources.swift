internal import NuntiqModel
internal import NuntiqStore

/// Where invoices of a list are found: tables in the order in which they are walked, and what holds for their rows.
struct WorkSource {
    let from: String
    /// What stands for the marks in `from`.
    var values: [any SQLConvertible] = []
    var condition: WorkCondition
    /// What it is ordered by where that is not the list's own column.
    var key: String?
    /// The same for the column that makes the order unique.
    var tie: String?
}

/// Two ways to the invoices that have words, between which a planner that cannot foresee how rare these are must not
/// choose.
struct WordChoice {
    /// The cards that have the words, whatever else is asked for.
    let matching: WorkSource
    /// All of them are read and sorted; `+ 0` keeps the planner from the other indexes of the table.
    let gathered: WorkSource
    /// The cards of the part are walked in their order; OFFSET 0 keeps the planner from any other.
    let inOrder: WorkSource
}

/// The sources of the work list's orders; in each the state is `s` and the card `c`.
///
/// CROSS JOIN keeps the order of tables on SQLite; PostgreSQL takes its own.
struct WorkSources {
    let tenant: TenantID
    let filter: WorkFilter
    let dialect: Dialect
    let now: Instant

    /// What waits for a person (index `state_to_do`, whose condition stands here in the same words).
    var toDo: WorkSource {
        var condition = of(tenant: "s.tenant")
        condition.add("s.status IN (40, 45, 50)")
        if filter.statuses.count == 1 { condition.add("s.status = ?", [filter.statuses[0].rawValue]) }
        if let day = filter.dueFrom { condition.add("s.due_on >= ?", [String(day)]) }
        if filter.hasDue { condition.add("s.due_on < ?", [filter.dueBefore.map(String.init) ?? "~"]) }
        return joiningCard(condition, isDueKnown: true)
    }

    /// What stands at a status (index `state_by_status`); where leases are, only what has not lapsed.
    func status(_ status: Status) -> WorkSource {
        var condition = of(tenant: "s.tenant")
        condition.add("s.status = ?", [status.rawValue])
        if status.isLeased { condition.add("s.lease_ends_at > ?", [now]) }
        return joiningCard(condition, along: "state_by_status")
    }

    /// What has lapsed from 92 or 93 to a status of the list and is not written down yet (index `state_by_status`).
    var lapsed: [WorkSource] {
        Self.leased.map { status in
            var condition = of(tenant: "s.tenant")
            condition.add("s.status = ?", [status.rawValue])
            condition.add("s.lease_ends_at <= ?", [now])
            condition.add(among("s.lapse_status", filter.statuses))
            var source = joiningCard(condition, along: "state_by_status")
            source.key = filter.order == .changed ? "s.lease_ends_at" : nil
            return source
        }
    }

    private static let leased: [Status] = [.pendingAcknowledgement, .pendingResult]

    /// Every invoice (primary key of `invoice_state`).
    var all: WorkSource { joiningCard(of(tenant: "s.tenant")) }

    /// The invoices of the list's states, whatever else is asked for (index `state_by_status`, status by status).
    var walked: [WorkSource] {
        Set(filter.statuses + Self.leased).map { status in
            var condition = of(tenant: "s.tenant")
            condition.add("s.status = ?", [status.rawValue])
            condition.add(isInState)
            if let words, !words.isEmpty {
                let (sql, patterns) = words.condition(on: "c.words")
                condition.add(sql, patterns)
            }
            return joiningCard(condition, along: "state_by_status", isCardNeeded: true)
        }
    }

    /// The invoices that the filter finds by the index of its order; `nil` when nothing can be found.
    var found: WorkSource? {
        guard let words else { return nil }
        let index = dialect.wordIndex
        var source = WorkSource(
            from: words.isEmpty ? "invoice_card AS c" : index.source, condition: having(words, tenant: "c.tenant"))
        if !words.isEmpty { (source.key, source.tie) = (index.id, index.id) }
        return joiningState(source)
    }

    /// The ways to what has the words; `nil` where none are looked for, or ``found`` is in order by itself.
    func choice(of part: WorkPart) -> WordChoice? {
        let index = dialect.wordIndex
        guard let words, !words.isEmpty, !index.isOrdered else { return nil }
        let id = "(c.id + 0)"
        let matching = WorkSource(
            from: index.source, condition: having(words, tenant: "(c.tenant + 0)"), key: id, tie: id)
        var beyond = WorkCondition()
        part.limit(&beyond, "id", "id")
        let walk = """
            SELECT tenant, id, token, words, due_on, invoiced_on, gross_key FROM invoice_card
            WHERE tenant = ? \(beyond.terms.map { "AND \($0)" }.joined()) ORDER BY id \(part.direction) OFFSET 0
            """
        let inOrder = WorkSource(
            from: "(\(walk)) AS c", values: [tenant] + beyond.values,
            condition: having(words, tenant: "c.tenant"), key: "c.id", tie: "c.id")
        return WordChoice(matching: matching, gathered: joiningState(matching), inOrder: joiningState(inOrder))
    }

    /// What words are looked for; `nil` when something was typed that has no word in it.
    private var words: WordQuery? {
        var query = WordQuery()
        for (typed, space) in [(filter.text, SearchWords.Space.content), (filter.issue, .issue)] where !typed.isEmpty {
            guard let groups = SearchWords.query(typed, space, of: tenant) else { return nil }
            query.groups += groups
        }
        let exact: [(String?, SearchWords.Space)] = [
            (filter.supplierNumber, .supplier), (filter.inbox.map(String.init), .inbox),
            (filter.account.map(String.init), .account), (filter.currency, .currency),
        ]
        for case (let text?, let space) in exact {
            query.groups.append([[.init(SearchWords.exact(text, space, of: tenant), isPrefix: false)]])
        }
        return query
    }
}

// MARK: - Conditions

extension WorkSources {
    private func of(tenant column: String) -> WorkCondition {
        var condition = WorkCondition()
        condition.add("\(column) = ?", [tenant])
        return condition
    }

    private func having(_ words: WordQuery, tenant: String) -> WorkCondition {
        var condition = of(tenant: tenant)
        if !words.isEmpty { condition.add(dialect.wordIndex.condition, [words.text(for: dialect)]) }
        return condition
    }

    private func among(_ column: String, _ statuses: [Status]) -> WorkCondition {
        var condition = WorkCondition()
        let marks = Array(repeating: "?", count: statuses.count).joined(separator: ", ")
        condition.add("\(column) IN (\(marks))", statuses.map(\.rawValue))
        return condition
    }

    private var isInState: WorkCondition {
        var condition = WorkCondition()
        let marks = Array(repeating: "?", count: filter.statuses.count).joined(separator: ", ")
        condition.add(
            "\(InvoiceListRepository.effectiveStatus) IN (\(marks))", [now] + filter.statuses.map(\.rawValue))
        return condition
    }

    /// Joins the state to the cards of `source`, and narrows them to the rest of the filter.
    private func joiningState(_ source: WorkSource) -> WorkSource {
        var condition = source.condition
        condition.add("s.tenant = c.tenant AND s.token = c.token")
        condition.add(cardRanges(isDueKnown: false))
        if filter.state != nil { condition.add(isInState) }
        return WorkSource(
            from: "\(source.from) CROSS JOIN invoice_state AS s", values: source.values, condition: condition,
            key: source.key, tie: source.tie)
    }

    /// Joins the card where the filter asks for something that only it has.
    ///
    /// `index` is what SQLite must walk.
    private func joiningCard(
        _ condition: WorkCondition, along index: String? = nil, isDueKnown: Bool = false, isCardNeeded: Bool = false
    ) -> WorkSource {
        var condition = condition
        let state = "invoice_state AS s\(index.map { dialect.indexed(by: $0) } ?? "")"
        let ranges = cardRanges(isDueKnown: isDueKnown)
        guard isCardNeeded || !ranges.terms.isEmpty else {
            return WorkSource(from: state, condition: condition)
        }
        condition.add("i.tenant = s.tenant AND i.account = s.account AND i.token = s.token")
        condition.add("c.tenant = i.tenant AND c.id = i.id")
        condition.add(ranges)
        return WorkSource(
            from: "\(state) CROSS JOIN invoice AS i CROSS JOIN invoice_card AS c", condition: condition)
    }

    /// The ranges of the filter; `<> ''` is the condition of each partial index.
    private func cardRanges(isDueKnown: Bool) -> WorkCondition {
        var condition = WorkCondition()
        func add(_ column: String, from low: String?, _ sign: String, _ high: String?) {
            guard low != nil || high != nil else { return }
            condition.add("\(column) <> ''")
            if let low { condition.add("\(column) >= ?", [low]) }
            if let high { condition.add("\(column) \(sign) ?", [high]) }
        }
        if !isDueKnown {
            add("c.due_on", from: filter.dueFrom.map(String.init), "<", filter.dueBefore.map(String.init))
        }
        add(
            "c.invoiced_on", from: filter.invoicedFrom.map(String.init), "<", filter.invoicedBefore.map(String.init))
        add("c.gross_key", from: filter.amountFrom?.sortKey, "<=", filter.amountTo?.sortKey)
        return condition
    }
}
