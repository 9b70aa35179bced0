internal import NuntiqModel
internal import NuntiqStore

/// What an upsert changed.
public struct MasterCounts: Sendable, Hashable {
    /// Rows that were not there.
    public var inserted: Int64 = 0
    /// Rows that said something else.
    public var updated: Int64 = 0
    /// Rows that said the same.
    public var unchanged: Int64 = 0

    static func + (left: MasterCounts, right: MasterCounts) -> MasterCounts {
        MasterCounts(
            inserted: left.inserted + right.inserted, updated: left.updated + right.updated,
            unchanged: left.unchanged + right.unchanged)
    }
}

/// Writes rows of one request into a collection: a few statements, whatever the number of rows.
struct MasterWriter {
    let tx: any Transaction
    let tenant: TenantID
    let kind: MasterKind
    let random: @Sendable (Int) -> [UInt8]

    /// A row with its key, and where it stood in the body.
    private struct Keyed {
        let key: String
        let id: Token
        let sent: MasterRequest.SentRow
    }

    private var repository: MasterRowRepository { MasterRowRepository(tx: tx, tenant: tenant, kind: kind) }

    /// Changes the rows of the present set.
    func upsert(_ request: MasterRequest, in collection: Int64) throws -> MasterCounts {
        let rows = keyed(request)
        let old = try repository.find(rows.map(\.key), in: collection)
        var counts = MasterCounts()
        var changed: [MasterRow] = []
        var merged: [String: MasterRecord] = [:]
        for row in rows {
            let before = old[row.key].flatMap { $0.isDeleted ? nil : $0 }
            let record = kind.shape.merge(row.sent.input, into: before?.record, flags: request.flags)
            merged[row.key] = record
            count(record, over: before, into: &counts)
            guard before?.record != record else { continue }
            changed.append(self.row(row, record, over: old[row.key]))
        }
        try check(rows, merged, among: collection)
        try repository.save(changed, in: collection)
        return counts
    }

    /// Puts rows into a collection that is to take the place of `present`; each stands for itself.
    func stage(_ request: MasterRequest, in staged: Int64, beside present: Int64) throws -> MasterCounts {
        let rows = keyed(request)
        let keys = rows.map(\.key)
        let old = try repository.find(keys, in: present)
        try checkNew(rows, try repository.find(keys, in: staged))
        var counts = MasterCounts()
        var records: [String: MasterRecord] = [:]
        let new = rows.map { row in
            let before = old[row.key].flatMap { $0.isDeleted ? nil : $0 }
            let record = kind.shape.record(of: row.sent.input)
            records[row.key] = record
            count(record, over: before, into: &counts)
            return self.row(row, record, over: old[row.key])
        }
        try check(rows, records, among: staged)
        try repository.save(new, in: staged)
        return counts
    }

    private func count(_ record: MasterRecord, over before: MasterRow?, into counts: inout MasterCounts) {
        guard let before else { return counts.inserted += 1 }
        if before.record == record { counts.unchanged += 1 } else { counts.updated += 1 }
    }

    private func row(_ keyed: Keyed, _ record: MasterRecord, over old: MasterRow?) -> MasterRow {
        MasterRow(
            key: keyed.key, id: old?.id ?? keyed.id, record: record, createdAt: old?.createdAt ?? tx.now,
            updatedAt: old.map { !$0.isDeleted && $0.record == record ? $0.updatedAt : tx.now } ?? tx.now)
    }

    /// Each row with its key; one without is known by its new id alone.
    private func keyed(_ request: MasterRequest) -> [Keyed] {
        request.rows.map { row in
            let id = Token.version7(at: tx.now, random: random(8))
            return Keyed(key: kind.key(of: row.input) ?? "\u{1F}\(id)", id: id, sent: row)
        }
    }

    private func checkNew(_ rows: [Keyed], _ staged: [String: MasterRow]) throws {
        let faults = rows.filter { staged[$0.key] != nil }.map { row in
            FieldFault(field: row.sent.path.description, message: "An earlier part has this row.")
        }
        if !faults.isEmpty { throw MasterDataError.invalid(faults) }
    }

    private func check(_ rows: [Keyed], _ records: [String: MasterRecord], among collection: Int64) throws {
        guard !kind.references.isEmpty else { return }
        var check = MasterReferenceCheck(tx: tx, tenant: tenant, kind: kind, collection: collection)
        try check.run(rows.compactMap { row in records[row.key].map { (row.sent.path, row.key, $0) } })
    }
}
