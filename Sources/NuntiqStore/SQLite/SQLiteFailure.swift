import GRDB
import GRDBSQLite

/// What SQLite said when it refused, in the store's words.
enum SQLiteFailure {
    /// The error of the connection's last call.
    static func current(_ connection: OpaquePointer?, sql: String) -> StoreError {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "unknown"
        return error(code: sqlite3_extended_errcode(connection), message: message, sql: sql)
    }

    /// GRDB's error in our words; an error that is ours already stays.
    static func translate(_ error: any Error) -> any Error {
        guard let failure = error as? DatabaseError else { return error }
        return self.error(
            code: failure.extendedResultCode.rawValue,
            message: failure.message ?? failure.description,
            sql: failure.sql ?? ""
        )
    }

    private static let unavailable: Set<Int32> = [
        SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL,
        SQLITE_NOMEM, SQLITE_CORRUPT, SQLITE_NOTADB,
    ]
    private static let uniqueConstraint = SQLITE_CONSTRAINT | (8 << 8)
    private static let primaryKeyConstraint = SQLITE_CONSTRAINT | (6 << 8)

    private static func error(code: Int32, message: String, sql: String) -> StoreError {
        if code == uniqueConstraint || code == primaryKeyConstraint {
            let prefix = "UNIQUE constraint failed: "
            return .uniqueViolation(
                constraint: message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message)
        }
        if unavailable.contains(code & 0xff) { return .unavailable(reason: message) }
        return .statement(message: message, sql: sql)
    }
}
