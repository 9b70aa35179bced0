import GRDB
import GRDBSQLite

/// Runs statements on a connection: kept by their text by GRDB, bound and read straight through SQLite's interface.
///
/// GRDB's own rows cost several times as much as what we need of them.
struct SQLiteStatements {
    let database: GRDB.Database

    /// The rows of a statement.
    func query(_ sql: String, _ arguments: [any SQLConvertible]) throws -> [Row] {
        var rows: [Row] = []
        try run(sql, arguments) { rows.append(Row(values: try values(of: $0))) }
        return rows
    }

    /// Runs a statement without looking at its rows.
    func execute(_ sql: String, _ arguments: [any SQLConvertible] = []) throws {
        try run(sql, arguments) { _ in }
    }

    private func run(_ sql: String, _ arguments: [any SQLConvertible], row: (OpaquePointer) throws -> Void) throws {
        let statement = try prepared(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        guard sqlite3_bind_parameter_count(statement) == Int32(arguments.count) else {
            throw StoreError.statement(message: "takes another number of arguments than \(arguments.count)", sql: sql)
        }
        for (index, argument) in arguments.enumerated() {
            guard bind(argument.sqlValue, to: statement, at: Int32(index + 1)) == SQLITE_OK else { throw failure(sql) }
        }
        try step(statement, sql: sql, row: row)
    }

    private func step(_ statement: OpaquePointer, sql: String, row: (OpaquePointer) throws -> Void) throws {
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: try row(statement)
            case SQLITE_DONE: return
            default: throw failure(sql)
            }
        }
    }

    private func prepared(_ sql: String) throws -> OpaquePointer {
        do {
            return try database.cachedStatement(sql: sql).sqliteStatement
        } catch {
            throw SQLiteFailure.translate(error)
        }
    }

    private func failure(_ sql: String) -> StoreError {
        SQLiteFailure.current(database.sqliteConnection, sql: sql)
    }
}

/// SQLite copies what it is given before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

private func bind(_ value: SQLValue, to statement: OpaquePointer, at index: Int32) -> Int32 {
    switch value {
    case .null:
        return sqlite3_bind_null(statement, index)
    case .int(let number):
        return sqlite3_bind_int64(statement, index, number)
    case .bool(let truth):
        return sqlite3_bind_int64(statement, index, truth ? 1 : 0)
    case .text(let text):
        var text = text
        return text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
            }
        }
    case .bytes(let bytes):
        if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, index, 0) }
        return bytes.withUnsafeBytes { sqlite3_bind_blob(statement, index, $0.baseAddress, Int32($0.count), copied) }
    case .array:
        return SQLITE_MISMATCH
    }
}

private func values(of statement: OpaquePointer) throws -> [SQLValue] {
    try (0..<sqlite3_column_count(statement)).map { index in
        switch sqlite3_column_type(statement, index) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .int(sqlite3_column_int64(statement, index))
        case SQLITE_TEXT: .text(text(of: statement, at: index))
        case SQLITE_BLOB: .bytes(bytes(of: statement, at: index))
        default: throw StoreError.unexpectedColumn(Int(index))
        }
    }
}

private func text(of statement: OpaquePointer, at index: Int32) -> String {
    guard let start = sqlite3_column_text(statement, index) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, index))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
}

private func bytes(of statement: OpaquePointer, at index: Int32) -> [UInt8] {
    guard let start = sqlite3_column_blob(statement, index) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index))))
}
