/// One forward-only step of the schema, the same text for both databases.
///
/// Type tokens stand where the databases differ: `{int64}`, `{text}` (sorts bytewise), `{bytes}`, `{bool}`; a table
/// ends in `{strict}`, or in `{clustered}` when its rows are small and live in their key's order. A landed migration is
/// never edited: its checksum is kept and compared at each start.
public struct Migration: Sendable {
    /// Its place in the order, from 1 without gaps.
    public let number: Int
    /// A short name in lower case, for people.
    public let name: String
    /// The statements, separated by `;`.
    public let sql: String
    /// What one database needs beside them, such as an index of a kind that only it has.
    public let own: [Dialect: String]

    /// Makes a migration.
    public init(number: Int, name: String, sql: String, own: [Dialect: String] = [:]) {
        self.number = number
        self.name = name
        self.sql = sql
        self.own = own
    }

    /// Everything that is said in it, for its checksum.
    var text: String {
        [sql, own[.sqlite], own[.postgres]].compactMap(\.self).joined(separator: "\n")
    }

    /// Its statements as `dialect` takes them, tokens replaced.
    public func statements(for dialect: Dialect) throws -> [String] {
        try MigrationScript(self, dialect: dialect).statements
    }

    /// Every migration, in order.
    public static let all: [Migration] = [
        .spine, .lifecycleKey, .keyRotation, .uploads, .users, .mail, .invoiceCard, .masterData, .payments, .jobs,
        .supplierAccess, .savedViews, .connectors, .recordings,
    ]
}
