internal import NuntiqModel
internal import NuntiqStore

/// A row of `master_row`.
struct MasterRow: Sendable, Hashable {
    let key: String
    let id: Token
    let record: MasterRecord
    var isDeleted = false
    let createdAt: Instant
    let updatedAt: Instant
}

/// Rows of `master_row`, by key, some hundred in a statement.
struct MasterRowRepository {
    let tx: any Transaction
    let tenant: TenantID
    let kind: MasterKind

    /// How many keys one statement looks up; texts with other counts would be prepared anew.
    private static let keysPerQuery = 100
    /// How many rows one statement writes.
    private static let rowsPerInsert = 50

    /// Those of the keys that have a row, deleted ones too (primary key).
    func find(_ keys: [String], in collection: Int64) throws -> [String: MasterRow] {
        var found: [String: MasterRow] = [:]
        for part in keys.parts(of: Self.keysPerQuery) {
            let rows = try tx.query(Self.byKey, [tenant, collection] + part)
            for row in rows {
                let row = try MasterRow(row, kind.shape)
                found[row.key] = row
            }
        }
        return found
    }

    /// The values of a slot that rows in use or not have, of those asked for (index `master_row_by_slot_N`).
    func values(_ values: [String], ofSlot slot: Int, in collection: Int64) throws -> Set<String> {
        var found: Set<String> = []
        for part in values.parts(of: Self.keysPerQuery) {
            let rows = try tx.query(Self.bySlot(slot), [tenant, collection] + part)
            for row in rows { found.insert(try row.text(0)) }
        }
        return found
    }

    /// Writes rows, over those of the same key.
    func save(_ rows: [MasterRow], in collection: Int64) throws {
        var rest = rows[...]
        while rest.count >= Self.rowsPerInsert {
            try save(rest.prefix(Self.rowsPerInsert), Self.insertMany, in: collection)
            rest = rest.dropFirst(Self.rowsPerInsert)
        }
        for row in rest { try save([row], Self.insertOne, in: collection) }
    }

    private func save(_ rows: ArraySlice<MasterRow>, _ sql: String, in collection: Int64) throws {
        var arguments: [any SQLConvertible] = []
        arguments.reserveCapacity(rows.count * 12)
        for row in rows {
            arguments += [tenant, collection, row.key, row.id, kind.shape.document(of: row.record).serialized()]
            arguments += kind.slotValues(of: row.record).map { $0 as any SQLConvertible }
            arguments += [kind.isActive(row.record), row.createdAt, row.updatedAt] as [any SQLConvertible]
        }
        try tx.execute(sql, arguments)
    }

    private static let byKey = """
        SELECT key, id, document, deleted_at, created_at, updated_at FROM master_row
        WHERE tenant = ? AND collection = ? AND key IN (\(marks(keysPerQuery)))
        """

    private static func bySlot(_ slot: Int) -> String {
        let column = "slot_\(slot + 1)"
        return """
            SELECT DISTINCT \(column) FROM master_row
            WHERE tenant = ? AND collection = ? AND \(column) IN (\(marks(keysPerQuery))) AND \(column) <> ''
              AND deleted_at IS NULL
            """
    }

    private static let insertOne = insert(1)
    private static let insertMany = insert(rowsPerInsert)

    private static func insert(_ count: Int) -> String {
        let row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)"
        return """
            INSERT INTO master_row (
              tenant, collection, key, id, document, slot_1, slot_2, slot_3, slot_4, active, deleted_at, created_at,
              updated_at)
            VALUES \(Array(repeating: row, count: count).joined(separator: ", "))
            ON CONFLICT (tenant, collection, key) DO UPDATE SET
              document = excluded.document, slot_1 = excluded.slot_1, slot_2 = excluded.slot_2,
              slot_3 = excluded.slot_3, slot_4 = excluded.slot_4, active = excluded.active, deleted_at = NULL,
              updated_at = excluded.updated_at
            """
    }

    private static func marks(_ count: Int) -> String {
        Array(repeating: "?", count: count).joined(separator: ", ")
    }
}

extension MasterRow {
    /// Reads `key, id, document, deleted_at, created_at, updated_at`.
    init(_ row: Row, _ shape: MasterShape) throws {
        self.init(
            key: try row.text(0), id: try row.token(1),
            record: shape.record(from: try JSONValue.parse(try row.text(2), limits: .trusted)),
            isDeleted: !row.isNull(3), createdAt: try row.instant(4), updatedAt: try row.instant(5))
    }
}

extension [String] {
    /// Parts of exactly `count` texts, the last one filled up by repeating.
    func parts(of count: Int) -> [[any SQLConvertible]] {
        stride(from: 0, to: self.count, by: count).map { start in
            let part = self[start..<Swift.min(start + count, self.count)]
            guard let last = part.last else { return [] }
            return Array(part) + Array(repeating: last, count: count - part.count)
        }
    }
}
