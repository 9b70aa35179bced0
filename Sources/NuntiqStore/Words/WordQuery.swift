/// Which words a row must have: every group, and of each group every term of one alternative.
///
/// Terms are letters and digits only, so that nothing in them needs quoting on either database.
public struct WordQuery: Sendable, Hashable {
    /// A word, or the beginning of one.
    public struct Term: Sendable, Hashable {
        /// The letters and digits.
        public let text: String
        /// Whether a longer word will do.
        public let isPrefix: Bool

        /// Makes a term.
        public init(_ text: String, isPrefix: Bool) {
            self.text = text
            self.isPrefix = isPrefix
        }
    }

    /// The groups, each a list of alternatives, each a list of terms.
    public var groups: [[[Term]]]

    /// Makes a query; without groups it asks for nothing.
    public init(_ groups: [[[Term]]] = []) {
        self.groups = groups
    }

    /// Whether it asks for nothing.
    public var isEmpty: Bool { groups.isEmpty }

    /// The query in the words of a database's own index.
    public func text(for dialect: Dialect) -> String {
        let (and, or) = dialect.wordOperators
        return groups.map { group in
            let alternatives = group.map { "(\($0.map(dialect.word).joined(separator: and)))" }
            return "(\(alternatives.joined(separator: or)))"
        }.joined(separator: and)
    }

    /// The same as a condition on a text of words, for rows that something else has found.
    ///
    /// `column` holds words with one space between them.
    public func condition(on column: String) -> (sql: String, patterns: [String]) {
        var patterns: [String] = []
        let sql = groups.map { group in
            let alternatives = group.map { terms in
                patterns += terms.map { "% \($0.text)\($0.isPrefix ? "" : " ")%" }
                return terms.map { _ in "' ' || \(column) || ' ' LIKE ?" }.joined(separator: " AND ")
            }
            return "(\(alternatives.joined(separator: " OR ")))"
        }
        return (sql.joined(separator: " AND "), patterns)
    }
}

extension Dialect {
    fileprivate var wordOperators: (and: String, or: String) {
        switch self {
        case .sqlite: (" AND ", " OR ")
        case .postgres: (" & ", " | ")
        }
    }

    fileprivate func word(_ term: WordQuery.Term) -> String {
        switch self {
        case .sqlite: "\"\(term.text)\"\(term.isPrefix ? "*" : "")"
        case .postgres: "'\(term.text)'\(term.isPrefix ? ":*" : "")"
        }
    }
}
