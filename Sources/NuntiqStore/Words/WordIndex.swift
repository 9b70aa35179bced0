/// The index over the words of table `invoice_card`: FTS5 beside the table on SQLite, GIN on its column on PostgreSQL.
public struct WordIndex: Sendable, Hashable {
    /// What stands after FROM: the cards, named `c`.
    public let source: String
    /// Lets through the cards whose words match `?`, a text of ``WordQuery/text(for:)``.
    public let condition: String
    /// The card's id, in whose order the found ones are walked.
    public let id: String
    /// Whether what it finds is in the order of the card's id.
    ///
    /// Where it is not, the planner has to choose between the order and the words, and cannot foresee how rare these
    /// are.
    public let isOrdered: Bool
}

extension Dialect {
    /// How cards are found by their words.
    public var wordIndex: WordIndex {
        switch self {
        case .sqlite:
            WordIndex(
                source: "invoice_words AS w CROSS JOIN invoice_card AS c",
                condition: "w.invoice_words MATCH ? AND c.id = w.rowid", id: "w.rowid", isOrdered: true)
        case .postgres:
            WordIndex(
                source: "invoice_card AS c",
                condition: "array_to_tsvector(string_to_array(c.words, ' ')) @@ CAST(? AS tsquery)", id: "c.id",
                isOrdered: false)
        }
    }
}

extension Transaction {
    /// Keeps the index over words up to date: the card `id` has `words` now, and had `old` before.
    ///
    /// PostgreSQL indexes the column by itself.
    public func indexWords(_ words: String, of id: Int64, replacing old: String?) throws {
        guard dialect == .sqlite, words != old else { return }
        if let old {
            try execute(
                "INSERT INTO invoice_words (invoice_words, rowid, words) VALUES ('delete', ?, ?)", [id, old])
        }
        try execute("INSERT INTO invoice_words (rowid, words) VALUES (?, ?)", [id, words])
    }
}
