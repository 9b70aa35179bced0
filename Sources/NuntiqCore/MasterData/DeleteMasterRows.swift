internal import NuntiqModel
internal import NuntiqStore

/// Deletes what filters name, and what goes with it.
struct DeleteMasterRows {
    let tx: any Transaction
    let tenant: TenantID
    let kind: MasterKind

    private static let rowsPerStep = 500

    /// Deletes or deactivates; answers how many rows, and how many of other kinds went with them.
    func run(_ request: MasterDeletionRequest) throws -> MasterDeletionAnswer {
        let set = try MasterSetRepository(tx: tx, tenant: tenant).hold(kind)
        var touched: Set<String> = []
        var gone: Int64 = 0
        var cascaded: [String: Int64] = [:]
        for (filter, action) in request.entries {
            let query = MasterQuery(
                tx: tx, tenant: tenant, kind: kind, collection: set.collection, filter: filter)
            var last = ""
            while true {
                let rows = try query.rows(after: last, limit: Self.rowsPerStep)
                guard let end = rows.last?.key else { break }
                last = end
                gone += try remove(rows, action, in: set.collection)
                if action == .delete { try cascade(from: rows.map(\.key), kind, into: &cascaded) }
                touched.formUnion(rows.map(\.key))
            }
        }
        if touched.isEmpty, kind.deletionMustMatch { throw MasterDataError.nothingMatched(kind.noun) }
        try MasterSetRepository(tx: tx, tenant: tenant)
            .update(kind, collection: set.collection, rows: set.rows - gone)
        return MasterDeletionAnswer(deleted: Int64(touched.count), cascaded: cascaded)
    }

    /// Writes what becomes of the rows; answers how many are seen no more.
    private func remove(
        _ rows: [MasterRow], _ action: MasterDeletionRequest.Action, in collection: Int64
    ) throws -> Int64 {
        let repository = MasterRowRepository(tx: tx, tenant: tenant, kind: kind)
        let after = rows.map { changed($0, by: action) }
        if zip(rows, after).contains(where: { $0.record != $1.record }) {
            try repository.save(after, in: collection)
        }
        switch (kind.deletion, action) {
        case (.deactivated, _), (_, .deactivate): return 0
        case (.soft, .delete), (.marked, .delete):
            try hide(rows.map(\.key), in: collection)
            return Int64(rows.count)
        }
    }

    private func changed(_ row: MasterRow, by action: MasterDeletionRequest.Action) -> MasterRow {
        var record = row.record
        switch (kind.deletion, action) {
        case (.soft, .delete): break
        case (.marked(let field, let value), .delete): record.values[field] = value
        case (.deactivated(let field, let mark, let value), .delete):
            record.values[field] = "false"
            record.values[mark] = value
        case (_, .deactivate):
            if let active = kind.activity.first { record.values[active.field] = String(!active.wanted) }
        }
        return MasterRow(
            key: row.key, id: row.id, record: record, createdAt: row.createdAt, updatedAt: tx.now)
    }

    private func hide(_ keys: [String], in collection: Int64) throws {
        for part in keys.parts(of: 100) {
            try tx.execute(
                """
                UPDATE master_row SET deleted_at = ?, updated_at = ?
                WHERE tenant = ? AND collection = ? AND deleted_at IS NULL AND key IN (\(Self.marks))
                """,
                [tx.now, tx.now, tenant, collection] + part)
        }
    }

    private static let marks = Array(repeating: "?", count: 100).joined(separator: ", ")

    /// What belongs to deleted rows goes with them, and what belongs to that.
    private func cascade(from keys: [String], _ kind: MasterKind, into counts: inout [String: Int64]) throws {
        for cascade in kind.cascades {
            guard let target = MasterKind.named(cascade.kind) else { continue }
            let sets = MasterSetRepository(tx: tx, tenant: tenant)
            let set = try sets.hold(target)
            let column = "slot_\(cascade.slot + 1)"
            let index = tx.dialect.indexed(by: "master_row_by_\(column)")
            var gone: [String] = []
            for part in keys.map({ target.slots[cascade.slot].value($0) }).parts(of: 100) {
                gone += try tx.query(
                    """
                    UPDATE master_row\(index) SET deleted_at = ?, updated_at = ?
                    WHERE tenant = ? AND collection = ? AND deleted_at IS NULL
                      AND \(column) IN (\(Self.marks)) AND \(column) <> ''
                    RETURNING key
                    """,
                    [tx.now, tx.now, tenant, set.collection] + part
                ).map { try $0.text(0) }
            }
            guard !gone.isEmpty else { continue }
            try sets.update(target, collection: set.collection, rows: set.rows - Int64(gone.count))
            counts[target.name, default: 0] += Int64(gone.count)
            try self.cascade(from: gone, target, into: &counts)
        }
    }
}
