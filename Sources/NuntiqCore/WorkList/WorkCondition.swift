internal import NuntiqStore

/// Terms of a WHERE, each with its values, in the order of the text.
struct WorkCondition {
    private(set) var terms: [String] = []
    private(set) var values: [any SQLConvertible] = []

    /// The terms, with AND between them.
    var sql: String { terms.joined(separator: " AND ") }

    mutating func add(_ term: String, _ values: [any SQLConvertible] = []) {
        terms.append(term)
        self.values += values
    }

    mutating func add(_ other: WorkCondition) {
        terms += other.terms
        values += other.values
    }
}
