public import NuntiqModel

/// A change of many rows of one table of a tenant, each with values of its own.
///
/// On PostgreSQL it is one statement over one array for each column, whatever the number of rows, so that it is planned
/// once; on SQLite, where a statement costs no way to a server, one for each row.
public struct SetStatement: Sendable {
    /// A column with the type of its values.
    public struct Column: Sendable, Hashable {
        let name: String
        let type: ValueType

        /// A column of 64-bit integers, moments too.
        public static func int(_ name: String) -> Column { Column(name: name, type: .int) }
        /// A column of texts.
        public static func text(_ name: String) -> Column { Column(name: name, type: .text) }
        /// A column of bytes, tokens too.
        public static func bytes(_ name: String) -> Column { Column(name: name, type: .bytes) }
    }

    enum ValueType: String, Sendable {
        case int = "bigint[]"
        case text = "text[]"
        case bytes = "bytea[]"
    }

    /// For one row: its values, then the tenant.
    let single: String
    /// For any number of rows: an array for each column, the tenant, the array of the first key again.
    let many: String
    let columnCount: Int
    /// The place of the first key among the columns.
    let keyPlace: Int

    /// Rows found by `keys` get other values of `columns`; a row's values are first those of the columns.
    ///
    /// No two rows of one change have the same keys. The first key is named once more as a list, so that rows are
    /// found by the primary key whatever the database believes of the table's size.
    public static func update(_ table: String, set columns: [Column], at keys: [Column]) -> SetStatement {
        let changes = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
        let place = keys.map { "\($0.name) = ?" }.joined(separator: " AND ")
        let taken = columns.map { "\($0.name) = v.\($0.name)" }.joined(separator: ", ")
        let match = keys.map { "t.\($0.name) = v.\($0.name)" }.joined(separator: " AND ")
        let list = keys.prefix(1).map { " AND t.\($0.name) = ANY (CAST(? AS \($0.type.rawValue)))" }.joined()
        return SetStatement(
            single: "UPDATE \(table) SET \(changes) WHERE \(place) AND tenant = ?",
            many: """
                UPDATE \(table) AS t SET \(taken) FROM \(arrays(columns + keys)) WHERE \(match) AND t.tenant = ?\(list)
                """,
            columnCount: columns.count + keys.count, keyPlace: columns.count)
    }

    /// Rows as arrays, one for each column: `unnest(…) AS v (…)`.
    static func arrays(_ columns: [Column]) -> String {
        let marks = columns.map { "CAST(? AS \($0.type.rawValue))" }.joined(separator: ", ")
        return "unnest(\(marks)) AS v (\(columns.map(\.name).joined(separator: ", ")))"
    }
}

extension Transaction {
    /// Changes rows of a tenant; each has its values in the order of the statement's columns.
    public func execute(_ statement: SetStatement, in tenant: TenantID, rows: [[any SQLConvertible]]) throws {
        switch dialect {
        case .postgres where rows.count > 1:
            let arrays = SetArray.columns(of: rows, count: statement.columnCount)
            try execute(statement.many, arrays + [tenant, arrays[statement.keyPlace]])
        case .sqlite, .postgres:
            for row in rows { try execute(statement.single, row + [tenant]) }
        }
    }
}

/// Values of one column as PostgreSQL writes an array.
///
/// - Source: PostgreSQL 15, 8.15.6 "Array Input and Output Syntax"; bytes in hexadecimal, 8.4.1.
enum SetArray {
    /// One array for each column of the rows.
    static func columns(of rows: [[any SQLConvertible]], count: Int) -> [any SQLConvertible] {
        var texts = Array(repeating: [UInt8(ascii: "{")], count: count)
        for (place, row) in rows.enumerated() {
            precondition(row.count == count, "a row has a value for each column")
            for column in 0..<count {
                if place > 0 { texts[column].append(UInt8(ascii: ",")) }
                append(row[column].sqlValue, to: &texts[column])
            }
        }
        return texts.map { String(decoding: $0 + [UInt8(ascii: "}")], as: UTF8.self) }
    }

    private static func append(_ value: SQLValue, to text: inout [UInt8]) {
        switch value {
        case .null: text.append(contentsOf: "NULL".utf8)
        case .int(let number): text.append(contentsOf: String(number).utf8)
        case .bool(let truth): text.append(UInt8(ascii: truth ? "t" : "f"))
        case .text(let characters): append(quoted: characters, to: &text)
        case .bytes(let bytes): append(hexadecimal: bytes, to: &text)
        }
    }

    private static func append(quoted characters: String, to text: inout [UInt8]) {
        text.append(UInt8(ascii: "\""))
        for byte in characters.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
            text.append(byte)
        }
        text.append(UInt8(ascii: "\""))
    }

    private static func append(hexadecimal bytes: [UInt8], to text: inout [UInt8]) {
        text.append(contentsOf: "\"\\\\x".utf8)
        for byte in bytes {
            text.append(digit(byte >> 4))
            text.append(digit(byte & 15))
        }
        text.append(UInt8(ascii: "\""))
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value + (value < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
}
