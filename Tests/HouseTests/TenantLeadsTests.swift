import NuntiqStore
import NuntiqTesting
import Testing

/// Every key and index leads with the tenant, so that one tenant's rows lie together and a database can shard by it.
@Suite(.proves("operations/tenant-leads-keys"))
struct TenantLeadsTests {
    @Test(arguments: TestDatabase.allCases)
    func `every index of a tenant's table leads with the tenant`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let indexes = try await database.read { tx in try leadingColumns(tx) }
            #expect(indexes.count > 10)
            for (table, index, first) in indexes where !Schema.directoryTables.contains(table) {
                #expect(first == "tenant", "\(index) leads with \(first)")
            }
        }
    }

    private func leadingColumns(_ tx: any Transaction) throws -> [(table: String, index: String, first: String)] {
        let sql =
            switch tx.dialect {
            case .sqlite:
                """
                SELECT i.tbl_name, i.name, c.name FROM sqlite_schema AS i
                JOIN pragma_index_info(i.name) AS c ON c.seqno = 0 WHERE i.type = 'index' AND i.sql IS NOT NULL
                """
            case .postgres:
                """
                SELECT t.relname::text, n.relname::text, a.attname::text FROM pg_index AS i
                JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_class AS n ON n.oid = i.indexrelid
                JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                WHERE NOT i.indisprimary
                  AND t.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
                """
            }
        return try tx.query(sql).map { (try $0.text(0), try $0.text(1), try $0.text(2)) }
    }
}
