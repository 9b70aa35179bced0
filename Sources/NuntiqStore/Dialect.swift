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
}
