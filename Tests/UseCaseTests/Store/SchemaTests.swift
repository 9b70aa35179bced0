import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SchemaTests {
    /// Directories that lead to a tenant, and tables of the installation.
    private static let directories: Set<String> = [
        "tenant", "key_directory", "mail_token", "supplier_token", "job_token", "installation", "periodic", "migration",
        "connector_due",
    ]

    @Test(.proves("model/amounts-no-real-column"), arguments: TestDatabase.allCases)
    func `no column is binary floating point`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let types = try await columns(kind, database).map { $0[2].lowercased() }
            #expect(types.count > 100)
            let inexact = types.filter { type in
                ["real", "doub", "floa", "numeric", "decimal"].contains { type.contains($0) }
            }
            #expect(inexact == [])
        }
    }

    @Test(.proves("operations/tenant-leads-keys"), arguments: TestDatabase.allCases)
    func `every table's key leads with the tenant, directories apart`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let leading = try await keyLeaders(kind, database)
            #expect(leading.count > 20)
            for (table, column) in leading where !Self.directories.contains(table) {
                #expect(column == "tenant", "\(table) leads with \(column)")
            }
            #expect(Set(leading.map(\.0)).isSuperset(of: Self.directories))
        }
    }

    @Test(.proves("model/text-order-bytes"), arguments: TestDatabase.allCases)
    func `texts are ordered by bytes`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let names = ["b", "B", "ä", "a", "Z", "a b", "A", "ab", "0"]
            try await database.write { tx in
                for name in names {
                    try tx.execute("INSERT INTO installation (name, value) VALUES (?, ?)", ["order \(name)", ""])
                }
            }
            let ordered = try await database.read { tx in
                try tx.query(
                    "SELECT name FROM installation WHERE name >= ? AND name < ? ORDER BY name", ["order ", "order!"]
                ).map { String(try $0.text(0).dropFirst("order ".count)) }
            }
            #expect(ordered == ["0", "A", "B", "Z", "a", "a b", "ab", "b", "ä"])
        }
    }

    /// Table, column and type of every column; the index over words, whose words lead with the tenant, is no table.
    private func columns(_ kind: TestDatabase, _ database: any Database) async throws -> [[String]] {
        let sql =
            switch kind {
            case .sqlite:
                """
                SELECT m.name, p.name, p.type FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'invoice_words%'
                """
            case .postgres:
                """
                SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns
                WHERE table_schema = 'public'
                """
            }
        return try await database.read { tx in
            try tx.query(sql, []).map { row in try (0..<3).map(row.text) }
        }
    }

    /// Each table with the first column of its primary key.
    private func keyLeaders(_ kind: TestDatabase, _ database: any Database) async throws -> [(String, String)] {
        let sql =
            switch kind {
            case .sqlite:
                """
                SELECT m.name, p.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p
                WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
                  AND m.name NOT LIKE 'invoice_words%' AND p.pk = 1
                """
            case .postgres:
                """
                SELECT c.relname::text, a.attname::text FROM pg_index AS i
                JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
                WHERE i.indisprimary AND n.nspname = 'public'
                """
            }
        return try await database.read { tx in
            try tx.query(sql, []).map { (try $0.text(0), try $0.text(1)) }
        }
    }
}
