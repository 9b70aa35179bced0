import GRDB
import GRDBSQLite
import NuntiqModel

/// What a closure works on at SQLite; used on its database thread only, and only while the closure runs.
final class SQLiteTransaction: Transaction {
    let now: Instant
    let dialect = Dialect.sqlite
    private(set) var signals: Set<Signal> = []

    /// What a statement failed with; nothing runs after it, as on PostgreSQL.
    private(set) var failure: (any Error)?
    private let statements: SQLiteStatements
    private let ledger: SQLiteLedger?

    /// Without a ledger, where ids and chain heads come from, the transaction only reads.
    init(_ statements: SQLiteStatements, ledger: SQLiteLedger?, now: Instant) {
        self.statements = statements
        self.ledger = ledger
        self.now = now
    }

    func query(_ sql: String, _ arguments: [any SQLConvertible]) throws -> [Row] {
        try guarded { try statements.query(sql, arguments) }
    }

    func execute(_ sql: String, _ arguments: [any SQLConvertible]) throws {
        try guarded { try statements.execute(sql, arguments) }
    }

    func newID() throws -> Int64 {
        try guarded { try writable().newID() }
    }

    func append(_ event: EventRecord) throws {
        try guarded {
            let ledger = try writable()
            let id = try ledger.newID()
            let recordedAt = try ledger.seal(event, id: id, at: now)
            try statements.execute(Self.insert, [id] + EventStatement.arguments(event, recordedAt: recordedAt))
        }
        afterCommit(.events)
    }

    func afterCommit(_ signal: Signal) {
        signals.insert(signal)
    }

    private static let insert = EventStatement.insert(id: "?")

    /// Runs a statement unless an earlier one failed.
    ///
    /// A full disk may end the transaction under a closure that caught the error: what follows must not run outside it.
    private func guarded<Value>(_ statement: () throws -> Value) throws -> Value {
        if let failure { throw failure }
        do {
            return try statement()
        } catch {
            failure = error
            throw error
        }
    }

    private func writable() throws -> SQLiteLedger {
        guard let ledger else {
            throw StoreError.statement(message: "a read gives no ids and writes no events", sql: "")
        }
        return ledger
    }
}
