internal import NuntiqModel
internal import NuntiqStore

/// Replaces a tenant's whole set of a kind: rows are put beside the present ones, and on the last part the set changes
/// from one collection to the other, in one row, whatever the number of rows.
///
/// Readers see the old set until then. What was replaced, and what waits for more than an hour, is removed by
/// ``MasterSweep``.
struct FullLoad {
    let writer: MasterWriter
    let part: FullLoadPart

    private var tx: any Transaction { writer.tx }
    private var sets: MasterSetRepository { MasterSetRepository(tx: tx, tenant: writer.tenant) }
    private var loads: MasterLoadRepository { MasterLoadRepository(tx: tx, tenant: writer.tenant) }

    /// Puts the rows beside the present ones; with the last part they take their place.
    func take(_ request: MasterRequest, over set: MasterSet) throws -> MasterAnswer {
        let hash = request.hash
        if let name = part.name, let done = try sets.lastLoad(of: writer.kind, name, hash) { return done }
        var load = try self.load(over: set)
        if part.name != nil, part.number == load.part, load.hash == hash, !part.isLast {
            return MasterAnswer(counts: MasterCounts(), staged: load.rows)
        }
        guard part.number == load.part + 1 else {
            throw MasterDataError.partOutOfOrder(expected: load.part + 1, found: part.number)
        }
        let counts = try writer.stage(request, in: load.collection, beside: set.collection)
        load.counts = load.counts + counts
        load.rows += Int64(request.rows.count)
        (load.part, load.hash) = (part.number, hash)
        guard part.isLast else {
            try loads.save(load)
            return MasterAnswer(counts: MasterCounts(), staged: load.rows)
        }
        return try swap(load, over: set)
    }

    private func load(over set: MasterSet) throws -> MasterLoad {
        if let name = part.name, let load = try loads.find(writer.kind, name) { return load }
        if let name = part.name, part.number > 1 { throw MasterDataError.loadUnknown(name) }
        return MasterLoad(
            collection: try tx.newID(), kind: writer.kind.name, name: part.name ?? "", revision: set.revision)
    }

    private func swap(_ load: MasterLoad, over set: MasterSet) throws -> MasterAnswer {
        var counts = load.counts
        if load.revision != set.revision {
            counts = try loads.counts(of: load.collection, over: set.collection, rows: load.rows)
        }
        let removed = set.rows - counts.updated - counts.unchanged
        guard part.allowsShrink || removed * 2 <= set.rows else {
            throw MasterDataError.wouldShrink(from: set.rows, removing: removed)
        }
        let answer = MasterAnswer(counts: counts, removed: removed)
        try sets.update(writer.kind, collection: load.collection, rows: load.rows)
        try sets.remember(load, answer, of: writer.kind)
        try loads.bury(set.collection, writer.kind)
        try loads.remove(load.collection)
        try WorkQueue.enqueue(tx, WorkItem(tenant: writer.tenant, kind: MasterSweep.workKind))
        return answer
    }
}

/// A replacement whose parts are coming in.
struct MasterLoad: Sendable, Hashable {
    let collection: Int64
    let kind: String
    let name: String
    /// The set's revision when the first part came: while it stands, the counts of the parts are right.
    let revision: Int64
    /// The part that came last.
    var part: Int64 = 0
    var hash: [UInt8] = []
    var rows: Int64 = 0
    var counts = MasterCounts()
}

/// Rows of `master_load`: replacements under way, and collections that nobody reads any more.
struct MasterLoadRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// How long a replacement waits for its next part.
    static let life = Duration.seconds(3_600)

    /// The replacement of that name that still waits (index `master_load_by_name`).
    func find(_ kind: MasterKind, _ name: String) throws -> MasterLoad? {
        try tx.query(
            """
            SELECT collection, kind, name, revision, part, part_hash, records, inserted, updated, unchanged
            FROM master_load WHERE tenant = ? AND kind = ? AND name = ? AND name <> '' AND touched_at > ?
            """,
            [tenant, kind.name, name, tx.now - Self.life]
        ).first.map(MasterLoad.init)
    }

    /// Writes a replacement under way; one of the same name that waited too long is left to the sweep.
    func save(_ load: MasterLoad) throws {
        try tx.execute(
            """
            UPDATE master_load SET name = '', touched_at = 0
            WHERE tenant = ? AND kind = ? AND name = ? AND name <> '' AND collection <> ?
            """,
            [tenant, load.kind, load.name, load.collection])
        try tx.execute(
            """
            INSERT INTO master_load (
              tenant, collection, kind, name, revision, part, part_hash, records, inserted, updated, unchanged,
              touched_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, collection) DO UPDATE SET
              part = excluded.part, part_hash = excluded.part_hash, records = excluded.records,
              inserted = excluded.inserted, updated = excluded.updated, unchanged = excluded.unchanged,
              touched_at = excluded.touched_at
            """,
            [
                tenant, load.collection, load.kind, load.name, load.revision, load.part, load.hash, load.rows,
                load.counts.inserted, load.counts.updated, load.counts.unchanged, tx.now,
            ])
    }

    /// Leaves a collection that nobody reads any more to the sweep.
    func bury(_ collection: Int64, _ kind: MasterKind) throws {
        try tx.execute(
            """
            INSERT INTO master_load (
              tenant, collection, kind, name, revision, part, part_hash, records, inserted, updated, unchanged,
              touched_at)
            VALUES (?, ?, ?, '', 0, 0, ?, 0, 0, 0, 0, ?)
            """,
            [tenant, collection, kind.name, [UInt8](), Int64(0)])
    }

    func remove(_ collection: Int64) throws {
        try tx.execute("DELETE FROM master_load WHERE tenant = ? AND collection = ?", [tenant, collection])
    }

    /// What the rows of one collection are beside those of another, counted anew.
    func counts(of staged: Int64, over present: Int64, rows: Int64) throws -> MasterCounts {
        let row = try tx.query(
            """
            SELECT count(*), count(CASE WHEN s.document = p.document THEN 1 END)
            FROM master_row AS s
            JOIN master_row AS p ON p.tenant = s.tenant AND p.collection = ? AND p.key = s.key
              AND p.deleted_at IS NULL
            WHERE s.tenant = ? AND s.collection = ?
            """,
            [present, tenant, staged]
        ).first
        let (known, same) = (try row?.int(0) ?? 0, try row?.int(1) ?? 0)
        return MasterCounts(inserted: rows - known, updated: known - same, unchanged: same)
    }
}

extension MasterLoad {
    fileprivate init(_ row: Row) throws {
        self.init(
            collection: try row.int(0), kind: try row.text(1), name: try row.text(2), revision: try row.int(3),
            part: try row.int(4), hash: try row.bytes(5), rows: try row.int(6),
            counts: MasterCounts(inserted: try row.int(7), updated: try row.int(8), unchanged: try row.int(9)))
    }
}
