/// A migration's text as one database takes it: tokens replaced, one statement each.
struct MigrationScript {
    let statements: [String]

    init(_ migration: Migration, dialect: Dialect) throws {
        statements = try Self.split(migration.sql).map { try Self.replaceTokens($0, dialect) }
    }

    /// Cuts at each `;` that stands neither in quotes nor in a comment; comments go.
    private static func split(_ sql: String) -> [String] {
        var statements = [""]
        for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
            let code = line.drop { $0 == " " }.hasPrefix("--") ? "" : line
            let isInText = statements[statements.count - 1].count { $0 == "'" } % 2 == 1
            guard !isInText, code.hasSuffix(";") else {
                statements[statements.count - 1] += code + "\n"
                continue
            }
            statements[statements.count - 1] += code.dropLast()
            statements.append("")
        }
        return statements.filter { $0.contains { !$0.isWhitespace } }
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
