public import NuntiqModel
public import NuntiqStore

/// A tenant's organisations, suppliers, orders, receipts and tables: taken in, listed, deleted.
public struct MasterData: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment

    /// How many rows a page has.
    public static let pageLimits = 1...1_000

    /// Works on a database.
    public init(database: any Database, environment: RuntimeEnvironment) {
        self.database = database
        self.environment = environment
    }

    /// Takes rows in, all or none.
    ///
    /// - Throws: ``MasterDataError``.
    public func upsert(
        _ request: MasterRequest, of kind: MasterKind, in tenant: TenantID, by actor: Actor
    ) async throws -> MasterAnswer {
        try await database.write { tx in try take(request, of: kind, in: tenant, by: actor, tx) }
    }

    /// Answers what ``upsert(_:of:in:by:)`` would, and stores nothing.
    ///
    /// - Throws: ``MasterDataError``.
    public func foresee(
        _ request: MasterRequest, of kind: MasterKind, in tenant: TenantID, by actor: Actor
    ) async throws -> MasterAnswer {
        do {
            return try await database.write { tx in
                throw Foreseen(answer: try take(request, of: kind, in: tenant, by: actor, tx))
            }
        } catch let foreseen as Foreseen {
            return foreseen.answer
        }
    }

    /// Takes a transaction back whose answer is all that is wanted.
    private struct Foreseen: Error {
        let answer: MasterAnswer
    }

    private func take(
        _ request: MasterRequest, of kind: MasterKind, in tenant: TenantID, by actor: Actor, _ tx: any Transaction
    ) throws -> MasterAnswer {
        let random = environment.random
        let sets = MasterSetRepository(tx: tx, tenant: tenant)
        let set = try sets.hold(kind)
        let writer = MasterWriter(tx: tx, tenant: tenant, kind: kind, random: random)
        var answer: MasterAnswer
        if let part = request.load {
            answer = try FullLoad(writer: writer, part: part).take(request, over: set)
        } else {
            let counts = try writer.upsert(request, in: set.collection)
            answer = MasterAnswer(counts: counts)
            if counts.inserted + counts.updated > 0 {
                try sets.update(kind, collection: set.collection, rows: set.rows + counts.inserted)
            }
        }
        answer.unknownNames = request.unknownNames
        if kind == .supplier, answer.staged == nil { try AwaitedSuppliers(tx, tenant).wake() }
        try tell(tx, kind, in: tenant, by: actor, "master_data_changed", answer.wire)
        return answer
    }

    /// Deletes or deactivates what filters name.
    ///
    /// - Throws: ``MasterDataError/nothingMatched(_:)`` where the kind says so.
    public func delete(
        _ request: MasterDeletionRequest, of kind: MasterKind, in tenant: TenantID, by actor: Actor
    ) async throws -> MasterDeletionAnswer {
        try await database.write { tx in
            let answer = try DeleteMasterRows(tx: tx, tenant: tenant, kind: kind).run(request)
            try tell(tx, kind, in: tenant, by: actor, "master_data_deleted", answer.wire)
            return answer
        }
    }

    /// A page of the rows that pass a filter, in the order of their keys.
    public func list(
        _ filter: MasterFilter, of kind: MasterKind, page: Int, limit: Int, in tenant: TenantID
    ) async throws -> MasterList {
        try await database.read { tx in
            guard let set = try MasterSetRepository(tx: tx, tenant: tenant).find(kind) else {
                return MasterList(items: [], count: 0)
            }
            let query = MasterQuery(tx: tx, tenant: tenant, kind: kind, collection: set.collection, filter: filter)
            let rows = try query.rows(offset: (page - 1) * limit, limit: limit)
            return MasterList(
                items: rows.map { kind.wire($0) }, count: filter.terms.isEmpty ? set.rows : try query.count())
        }
    }

    /// One entry of the audit trail for each call that changed something, or waits to.
    private func tell(
        _ tx: any Transaction, _ kind: MasterKind, in tenant: TenantID, by actor: Actor, _ what: String,
        _ facts: JSONObject
    ) throws {
        var facts = facts
        facts["kind"] = .string(kind.name)
        facts["warnings"] = nil
        try tx.audit(what, of: Array(kind.name.utf8), in: tenant, by: actor, .object(facts))
    }
}

extension MasterKind {
    /// A row as callers see it.
    func wire(_ row: MasterRow) -> JSONValue {
        var object = shape.wire(row.record)
        if isKeyOptional { object["id"] = row.id.json }
        object["created_at"] = row.createdAt.json
        object["updated_at"] = row.updatedAt.json
        return .object(object)
    }
}
