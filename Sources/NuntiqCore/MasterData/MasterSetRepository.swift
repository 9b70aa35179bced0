internal import NuntiqModel
internal import NuntiqStore

/// Which rows are a tenant's rows of a kind now: those of one collection.
struct MasterSet: Sendable, Hashable {
    /// Names the rows.
    let collection: Int64
    /// How many of them are not deleted.
    let rows: Int64
    /// Counts the changes.
    let revision: Int64
}

/// Rows of `master_set`: one for each tenant and kind that ever had rows.
struct MasterSetRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// The set as it stands; `nil` before the first row.
    func find(_ kind: MasterKind) throws -> MasterSet? {
        try tx.query(
            "SELECT collection, records, revision FROM master_set WHERE tenant = ? AND kind = ?", [tenant, kind.name]
        ).first.map(MasterSet.init)
    }

    /// The set for a change: until the transaction ends nobody else changes it.
    func hold(_ kind: MasterKind) throws -> MasterSet {
        if let set = try held(kind) { return set }
        try tx.execute(
            """
            INSERT INTO master_set (
              tenant, kind, collection, records, revision, load_name, load_hash, load_answer, updated_at)
            VALUES (?, ?, ?, 0, 0, '', ?, '', ?)
            ON CONFLICT (tenant, kind) DO NOTHING
            """,
            [tenant, kind.name, try tx.newID(), [UInt8](), tx.now])
        guard let set = try held(kind) else { throw StoreError.unavailable(reason: "no master_set") }
        return set
    }

    /// Writes what became of a set that is held.
    func update(_ kind: MasterKind, collection: Int64, rows: Int64) throws {
        try tx.execute(
            """
            UPDATE master_set SET collection = ?, records = ?, revision = revision + 1, updated_at = ?
            WHERE tenant = ? AND kind = ?
            """,
            [collection, rows, tx.now, tenant, kind.name])
    }

    /// What the last part of a replacement was answered, so that it can be asked again; `nil` for any other.
    func lastLoad(of kind: MasterKind, _ name: String, _ hash: [UInt8]) throws -> MasterAnswer? {
        try tx.query(
            """
            SELECT load_answer FROM master_set WHERE tenant = ? AND kind = ? AND load_name = ? AND load_hash = ?
            """,
            [tenant, kind.name, name, hash]
        ).first.map { MasterAnswer(try JSONValue.parse(try $0.text(0), limits: .trusted)) }
    }

    /// Keeps the answer to the last part of a replacement.
    func remember(_ load: MasterLoad, _ answer: MasterAnswer, of kind: MasterKind) throws {
        try tx.execute(
            "UPDATE master_set SET load_name = ?, load_hash = ?, load_answer = ? WHERE tenant = ? AND kind = ?",
            [load.name, load.hash, JSONValue.object(answer.wire).serialized(), tenant, kind.name])
    }

    private func held(_ kind: MasterKind) throws -> MasterSet? {
        try tx.query(
            """
            SELECT collection, records, revision FROM master_set WHERE tenant = ? AND kind = ? \(tx.dialect.locking)
            """,
            [tenant, kind.name]
        ).first.map(MasterSet.init)
    }
}

extension MasterSet {
    fileprivate init(_ row: Row) throws {
        self.init(collection: try row.int(0), rows: try row.int(1), revision: try row.int(2))
    }
}
