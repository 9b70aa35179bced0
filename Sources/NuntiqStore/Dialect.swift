/// The few words in which SQLite and PostgreSQL differ; a feature asks for the word, never for the database.
public enum Dialect: Sendable, Hashable {
    case sqlite
    case postgres

    /// Ends a SELECT whose rows this transaction will change: others skip them (`FOR UPDATE SKIP LOCKED`).
    ///
    /// SQLite has one writer, nothing to say there.
    public var lockingSkippingLocked: String {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE SKIP LOCKED"
        }
    }

    /// Ends a SELECT whose rows this transaction will change: others wait for it (`FOR UPDATE`).
    public var locking: String {
        switch self {
        case .sqlite: ""
        case .postgres: "FOR UPDATE"
        }
    }

    /// Stands after a table in FROM, where SQLite without statistics would rather walk the primary key.
    public func indexed(by name: String) -> String {
        switch self {
        case .sqlite: " INDEXED BY \(name)"
        case .postgres: ""
        }
    }

    /// The text of a member of a JSON document in `column`; the member's name is the next argument.
    public func textMember(of column: String) -> String {
        switch self {
        case .sqlite: "(\(column) ->> ?)"
        case .postgres: "(CAST(\(column) AS json) ->> ?)"
        }
    }

    /// The database's check of its own file: one row that says `ok`, or what is broken; PostgreSQL has tools for it.
    public var selfCheck: String? {
        switch self {
        case .sqlite: "PRAGMA quick_check(20)"
        case .postgres: nil
        }
    }
}

extension Dialect {
    /// The type of a token in a migration's text: `int64`, `text`, `bytes`, `bool`, `strict`, `clustered`.
    func word(forToken token: String) -> String? {
        switch self {
        case .sqlite: Self.sqliteWords[token]
        case .postgres: Self.postgresWords[token]
        }
    }

    /// Makes others that migrate wait until this transaction ends, however long it takes.
    ///
    /// On SQLite a write has the database to itself already.
    var migrationLock: [String] {
        switch self {
        case .sqlite: []
        case .postgres: ["SET LOCAL lock_timeout = 0", "SELECT pg_advisory_xact_lock(7308325114170335859)"]
        }
    }

    /// What must exist before the first migration: the sequences of ids, which SQLite's one writer counts itself.
    var groundwork: [String] {
        switch self {
        case .sqlite: []
        case .postgres: ["CREATE SEQUENCE IF NOT EXISTS event_id", "CREATE SEQUENCE IF NOT EXISTS id_block"]
        }
    }

    /// Counts the tables with a name.
    var tableCount: String {
        switch self {
        case .sqlite: "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"
        case .postgres: "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?"
        }
    }

    private static let sqliteWords = [
        "int64": "INTEGER", "text": "TEXT", "bytes": "BLOB", "bool": "INTEGER", "strict": "STRICT",
        "clustered": "STRICT, WITHOUT ROWID",
    ]
    private static let postgresWords = [
        "int64": "BIGINT", "text": "TEXT COLLATE \"C\"", "bytes": "BYTEA", "bool": "BOOLEAN", "strict": "",
        "clustered": "",
    ]
}
