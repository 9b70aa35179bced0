internal import NuntiqModel
internal import NuntiqStore

/// Finds which invoices a part of the work list shows, in order, and nothing else of them.
///
/// Each order is walked along its index. Only where few invoices stand in the state that is asked for, or few have
/// the words, those are read instead, and sorted.
struct WorkKeyRepository {
    let tx: any Transaction
    let tenant: TenantID
    let filter: WorkFilter
    /// How many invoices stand in the state that is asked for.
    let inState: Int64
    /// So many are rather read and sorted than looked for along an order.
    var few: Int64 = 2_000

    /// At most `limit` places after `cursor`, in the order of the list, or before it when `backwards`.
    func places(from cursor: WorkCursor?, backwards: Bool, limit: Int) throws -> [WorkPlace] {
        let part = WorkPart(
            order: filter.order, cursor: cursor?.order == filter.order ? cursor : nil, backwards: backwards,
            limit: limit)
        let found = try sources(of: part).flatMap { try rows($0, part) }
        return part.sorted(found)
    }

    /// Where invoices of the list are found; what each finds is in order.
    private func sources(of part: WorkPart) throws -> [WorkSource] {
        let make = WorkSources(tenant: tenant, filter: filter, dialect: tx.dialect, now: tx.now)
        switch filter.order {
        case .toDo: return [make.toDo] + make.lapsed
        case .changed: return filter.statuses.map(make.status) + make.lapsed
        case .arrival: return [make.all]
        case .newest, .due, .dated, .amount:
            guard let found = make.found else { return [] }
            let choice = make.choice(of: part)
            if let choice, try areFew(choice.matching) { return [choice.gathered] }
            if filter.state != nil && inState <= few { return make.walked }
            return [choice?.inOrder ?? found]
        }
    }

    /// The bound stands in the text: for one that it does not know PostgreSQL reads the whole table.
    private func areFew(_ source: WorkSource) throws -> Bool {
        let some = "SELECT 1 FROM \(source.from) WHERE \(source.condition.sql) LIMIT \(few + 1)"
        let count = try tx.query("SELECT COUNT(*) FROM (\(some)) AS few", source.condition.values).first?.int(0)
        return (count ?? 0) <= few
    }

    private func rows(_ source: WorkSource, _ part: WorkPart) throws -> [WorkPlace] {
        let (key, tie) = (source.key ?? part.order.columns.key, source.tie ?? part.order.columns.tie)
        var condition = source.condition
        part.limit(&condition, key, tie)
        let direction = part.direction
        let order = key == tie ? "\(key) \(direction)" : "\(key) \(direction), \(tie) \(direction)"
        return try tx.query(
            """
            SELECT s.token, \(key), \(tie) FROM \(source.from)
            WHERE \(condition.sql) ORDER BY \(order) LIMIT ?
            """,
            source.values + condition.values + [part.limit]
        ).map { WorkPlace(token: try $0.token(0), key: $0.values[1], tie: $0.values[2]) }
    }
}

/// An invoice at its place in the list.
struct WorkPlace: Hashable {
    let token: Token
    let key: SQLValue
    let tie: SQLValue

    func cursor(_ order: WorkOrder) -> WorkCursor { WorkCursor(order: order, key: key, tie: tie) }
}

/// Which part of the list is asked for.
struct WorkPart {
    let order: WorkOrder
    let cursor: WorkCursor?
    let backwards: Bool
    let limit: Int

    var isAscending: Bool { order.isAscending != backwards }
    var direction: String { isAscending ? "ASC" : "DESC" }

    /// Lets through what stands beyond the cursor.
    func limit(_ condition: inout WorkCondition, _ key: String, _ tie: String) {
        guard let cursor else { return }
        let sign = isAscending ? ">" : "<"
        if key == tie {
            condition.add("\(key) \(sign) ?", [cursor.key])
        } else {
            condition.add("(\(key), \(tie)) \(sign) (?, ?)", [cursor.key, cursor.tie])
        }
    }

    /// The first of what several sources found, in the order of the list.
    func sorted(_ places: [WorkPlace]) -> [WorkPlace] {
        let sorted = places.sorted { left, right in
            let isBefore = left.key == right.key ? left.tie < right.tie : left.key < right.key
            return isBefore == isAscending && left != right
        }.prefix(limit)
        return backwards ? sorted.reversed() : Array(sorted)
    }
}

extension SQLValue {
    /// As the databases order: numbers by size, texts and bytes by their bytes.
    fileprivate static func < (left: SQLValue, right: SQLValue) -> Bool {
        switch (left, right) {
        case (.int(let left), .int(let right)): left < right
        case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
        default: false
        }
    }
}
