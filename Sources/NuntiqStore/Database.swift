public import NuntiqModel

/// The rows of an installation, on SQLite or PostgreSQL alike.
///
/// Both calls run `body` on a database thread, never on the cooperative pool. `body` is synchronous and may run more
/// than once (a serialization failure, a lost connection before COMMIT), so it has no effects but its statements.
public protocol Database: Sendable {
    /// Which database this is; features ask their ``Transaction`` instead.
    var dialect: Dialect { get }

    /// Wakes those who wait for a commit, also one of another node where the database tells.
    var signals: SignalHub { get }

    /// How long the oldest waiting write has waited; the server sheds load by it.
    var writeDelay: Duration { get }

    /// Runs `body` over one consistent snapshot; never waits for a writer.
    func read<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Runs `body` and answers when its effects are on disk; a throw leaves nothing.
    ///
    /// Callers that wait together may share one commit (group commit): each runs in its own savepoint, so that one
    /// that throws takes nothing of the others with it.
    func write<Value: Sendable>(_ body: @escaping @Sendable (any Transaction) throws -> Value) async throws -> Value

    /// Waits for running closures and closes every connection.
    func close() async
}

extension Database {
    /// Throws unless the database answers a read.
    public func ping() async throws {
        _ = try await read { tx in try tx.query("SELECT 1").count }
    }
}

/// What a closure of ``Database`` works on.
///
/// SQL is one text for both databases, with `?` for each argument. Where they differ, the text comes from ``dialect``.
///
/// When a statement fails the closure is over: every later statement fails alike and nothing is stored, even if the
/// closure catches the error. Where a conflict is expected, the statement says `ON CONFLICT DO NOTHING RETURNING …`.
public protocol Transaction {
    /// The installation's time when this closure began: the database's clock plus the development offset.
    var now: Instant { get }

    /// The few words in which the databases differ.
    var dialect: Dialect { get }

    /// The rows of a statement.
    func query(_ sql: String, _ arguments: [any SQLConvertible]) throws -> [Row]

    /// Runs a statement whose rows nobody wants; on PostgreSQL it may be sent with the next query or COMMIT.
    func execute(_ sql: String, _ arguments: [any SQLConvertible]) throws

    /// An id from the installation's one sequence, for rows that are new; unique, not in commit order across nodes.
    func newID() throws -> Int64

    /// Appends one event; see ``EventRecord``. The only writer of table `event`.
    func append(_ event: EventRecord) throws

    /// Appends events in their order, with as few statements as the database allows.
    func append(_ events: [EventRecord]) throws

    /// Runs `signal` once after the commit is on disk; never after a rollback.
    func afterCommit(_ signal: Signal)
}

extension Transaction {
    /// Appends events one by one.
    public func append(_ events: [EventRecord]) throws {
        for event in events { try append(event) }
    }

    /// The rows of a statement without arguments.
    public func query(_ sql: String) throws -> [Row] {
        try query(sql, [])
    }

    /// Runs a statement without arguments.
    public func execute(_ sql: String) throws {
        try execute(sql, [])
    }
}

/// What waits for a commit, on this node at once and on other nodes by the database's notification.
public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// Rows of table `work` are due.
    case work
    /// Events wait for their `recorded_at`, or have just got it.
    case events
}
