/// A migration's text as one database takes it: tokens replaced, one statement each.
struct MigrationScript {
    let statements: [String]

    init(_ migration: Migration, dialect: Dialect) throws {
        let sql = [migration.sql, migration.own[dialect] ?? ""].joined(separator: ";\n")
        statements = try Self.split(sql).map { try Self.replaceTokens($0, dialect) }
    }

    /// Cuts at each `;` that stands neither in quotes nor in a comment.
    private static func split(_ sql: String) -> [String] {
        var scanner = SQLScanner()
        let statements = sql.utf8.split { scanner.isCode($0) && $0 == UInt8(ascii: ";") }
        return statements.map { String(decoding: $0, as: UTF8.self) }.filter { $0.contains { !$0.isWhitespace } }
    }

    private static func replaceTokens(_ sql: String, _ dialect: Dialect) throws -> String {
        var parts = sql.split(separator: "{", omittingEmptySubsequences: false)
        var result = String(parts.removeFirst())
        for part in parts {
            guard let end = part.firstIndex(of: "}"), let word = dialect.word(forToken: String(part[..<end])) else {
                throw StoreError.statement(message: "unknown token {\(part.prefix(12))", sql: sql)
            }
            result += word + part[part.index(after: end)...]
        }
        return result
    }
}
