public import NuntiqModel

/// What follows a column of tokens in a condition that lets a list of them through.
///
/// On PostgreSQL they are one array, which a plan that is kept takes for ten values and looks up by the primary key.
/// Fifty marks it weighs against all rows of the tenant, which before its first statistics it takes for two dozen.
public struct TokenList {
    /// `IN (…)`, or what is as good.
    public let sql: String
    /// What stands for its marks.
    public let values: [any SQLConvertible]
}

extension Dialect {
    /// One of `tokens`, of which there is at least one; SQLite takes some thousands.
    public func among(_ tokens: some Collection<Token>) -> TokenList {
        switch self {
        case .sqlite:
            let marks = Array(repeating: "?", count: tokens.count).joined(separator: ", ")
            return TokenList(sql: "IN (\(marks))", values: tokens.map { $0 as any SQLConvertible })
        case .postgres:
            return TokenList(sql: "= ANY (?)", values: [SQLArray(.bytes, tokens.map(\.sqlValue))])
        }
    }
}
