/// A statement on its way to the server.
struct PostgresStatement {
    /// The text with `?` for each argument.
    let sql: String
    let arguments: [SQLValue]
    /// The job of the group it belongs to; `nil` for what frames the jobs (BEGIN, COMMIT …).
    let owner: Int?

    init(_ sql: String, _ arguments: [any SQLConvertible] = [], owner: Int? = nil) {
        self.sql = sql
        self.arguments = arguments.map(\.sqlValue)
        self.owner = owner
    }

    /// What a prepared statement is known by: its text, and the types of its arguments.
    var key: Key {
        Key(sql: sql, types: arguments.map(\.postgresType))
    }

    struct Key: Hashable {
        let sql: String
        let types: [UInt32]
    }

    /// Whether it is worth preparing: what is run again and again is, a change of the schema or a setting is not.
    var isPrepared: Bool {
        ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"]
            .contains { sql.hasPrefix($0) }
    }

    /// The text with `$1`, `$2` … where `?` stands outside quotes and comments.
    var numbered: String {
        var result: [UInt8] = []
        result.reserveCapacity(sql.utf8.count + 2 * arguments.count)
        var scanner = SQLScanner()
        var count = 0
        for byte in sql.utf8 {
            if scanner.isCode(byte), byte == UInt8(ascii: "?") {
                count += 1
                result.append(UInt8(ascii: "$"))
                result.append(contentsOf: String(count).utf8)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
