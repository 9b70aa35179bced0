public import NuntiqModel

/// A change of many rows of one table of a tenant, each with values of its own.
///
/// On PostgreSQL it is one statement over one array for each column, whatever the number of rows, so that it is planned
/// once; on SQLite, where a statement costs no way to a server, one for each row.
public struct SetStatement: Sendable {
    /// A column with the type of its values.
    public struct Column: Sendable, Hashable {
        let name: String
        let type: SQLArray.Element

        /// A column of 64-bit integers, moments too.
        public static func int(_ name: String) -> Column { Column(name: name, type: .int) }
        /// A column of texts.
        public static func text(_ name: String) -> Column { Column(name: name, type: .text) }
        /// A column of bytes, tokens too.
        public static func bytes(_ name: String) -> Column { Column(name: name, type: .bytes) }
    }

    /// For one row: its values, then the tenant.
    let single: String
    /// For any number of rows: an array for each column, the array of the keys again, the tenant.
    let many: String
    /// The columns, then the key.
    let columns: [Column]

    /// Rows found by `key` get other values of `columns`, those of them that meet `condition`; the last value of a row
    /// is its key.
    ///
    /// No two rows of one change have the same key. PostgreSQL finds the rows by the list of keys, whatever it believes
    /// of the table's size, and each row its values by the place of its key in the list: there is no join that could be
    /// planned in another way.
    public static func update(
        _ table: String, set columns: [Column], at key: Column, where condition: String? = nil
    ) -> SetStatement {
        let changes = columns.map { "\($0.name) = ?" }.joined(separator: ", ")
        let names = columns.map(\.name).joined(separator: ", ")
        let taken = columns.map { _ in "(?)[at.place]" }.joined(separator: ", ")
        let further = condition.map { " AND \($0)" } ?? ""
        return SetStatement(
            single: "UPDATE \(table) SET \(changes) WHERE \(key.name) = ? AND tenant = ?\(further)",
            many: """
                UPDATE \(table) AS t SET (\(names)) = (
                  SELECT \(taken) FROM (SELECT array_position(?, t.\(key.name)) AS place OFFSET 0) AS at
                ) WHERE t.\(key.name) = ANY (?) AND t.tenant = ?\(further)
                """,
            columns: columns + [key])
    }

    /// Rows as arrays, one for each column: `unnest(…) AS v (…)`.
    static func rows(_ columns: [Column]) -> String {
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        return "unnest(\(marks)) AS v (\(columns.map(\.name).joined(separator: ", ")))"
    }

    /// One array for each column of the rows.
    static func arrays(of rows: [[any SQLConvertible]], _ columns: [Column]) -> [any SQLConvertible] {
        columns.enumerated().map { place, column in
            SQLArray(column.type, rows.map { $0[place].sqlValue })
        }
    }
}

extension Transaction {
    /// Changes rows of a tenant; each has its values in the order of the statement's columns.
    public func execute(_ statement: SetStatement, in tenant: TenantID, rows: [[any SQLConvertible]]) throws {
        switch dialect {
        case .postgres where rows.count > 1:
            let arrays = SetStatement.arrays(of: rows, statement.columns)
            try execute(statement.many, arrays + arrays.suffix(1) + [tenant])
        case .sqlite, .postgres:
            for row in rows { try execute(statement.single, row + [tenant]) }
        }
    }
}
