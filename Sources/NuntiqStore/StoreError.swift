/// Why the store could not do what was asked.
public enum StoreError: Error, Sendable {
    /// A unique index refused a row; the name is the constraint's or index's (SQLite: `table.column, …`).
    case uniqueViolation(constraint: String)
    /// Another transaction held a row or an index entry longer than ten seconds.
    case lockTimeout
    /// The disk is full, the database is read-only or unreachable: nothing was stored, try again later.
    case unavailable(reason: String)
    /// A statement and the code that reads its rows disagree about a column.
    case unexpectedColumn(Int)
    /// The database refused a statement for another reason; the text is for the log, never for a caller.
    case statement(message: String, sql: String)
    /// The queue of closures that wait for a connection is full.
    case overloaded
    /// The database was closed.
    case closed
}
