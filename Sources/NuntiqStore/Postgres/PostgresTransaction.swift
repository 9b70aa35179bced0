import NuntiqModel

/// What a closure works on at PostgreSQL; used on its database thread only, and only while the closure runs.
final class PostgresTransaction: Transaction {
    let dialect = Dialect.postgres
    private(set) var signals: Set<Signal> = []
    /// What a statement failed with; nothing runs after it.
    private(set) var failure: PostgresFailure?

    private let session: PostgresSession
    private let ids: PostgresIDs?
    private let environment: RuntimeEnvironment
    private var began: Instant?

    /// Without ids the transaction only reads.
    init(_ session: PostgresSession, ids: PostgresIDs?, environment: RuntimeEnvironment) {
        self.session = session
        self.ids = ids
        self.environment = environment
    }

    /// Fetched when first asked for, so that a closure that needs no time waits for no clock.
    var now: Instant {
        if let began { return began }
        let clock = try? guarded { () throws(PostgresFailure) in try session.databaseClock() }
        let now = environment.now(clock ?? nil)
        began = now
        return now
    }

    func query(_ sql: String, _ arguments: [any SQLConvertible]) throws -> [Row] {
        try guarded { () throws(PostgresFailure) in try session.query(sql, arguments) }
    }

    func execute(_ sql: String, _ arguments: [any SQLConvertible]) throws {
        guard ids != nil else { return _ = try query(sql, arguments) }
        try guarded { () throws(PostgresFailure) in try session.execute(sql, arguments) }
    }

    func newID() throws -> Int64 {
        if let id = try writable().next() { return id }
        let block = try query(PostgresIDs.nextBlock, []).first?.int(0)
        guard let block else { throw StoreError.unavailable(reason: "no block of ids") }
        return try writable().begin(block: block)
    }

    func append(_ event: EventRecord) throws {
        _ = try writable()
        try execute(Self.insert, EventStatement.arguments(event, recordedAt: nil))
        afterCommit(.events)
    }

    func append(_ events: [EventRecord]) throws {
        guard events.count > 1 else { return try events.forEach(append) }
        _ = try writable()
        try execute(EventStatement.insertMany, EventStatement.arrays(events))
        afterCommit(.events)
    }

    func afterCommit(_ signal: Signal) {
        signals.insert(signal)
    }

    private static let insert = EventStatement.insert(id: "nextval('event_id')")

    private func guarded<Value>(_ statement: () throws(PostgresFailure) -> Value) throws -> Value {
        if let failure { throw failure.storeError }
        do {
            return try statement()
        } catch {
            failure = error
            throw error.storeError
        }
    }

    private func writable() throws -> PostgresIDs {
        guard let ids else { throw StoreError.statement(message: "a read gives no ids and writes no events", sql: "") }
        return ids
    }
}
