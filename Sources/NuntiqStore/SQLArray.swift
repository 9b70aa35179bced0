/// The values of one column of many rows as one argument; PostgreSQL alone knows such.
///
/// It travels as PostgreSQL's own array: as text it would be read anew wherever a statement names it, for each row.
public struct SQLArray: Sendable, Hashable {
    /// The type of its elements, each of which may be NULL.
    public enum Element: Sendable {
        /// 64-bit integers, moments too.
        case int
        /// Texts.
        case text
        /// Bytes, tokens too.
        case bytes
    }

    let element: Element
    let values: [SQLValue]

    init(_ element: Element, _ values: [SQLValue]) {
        (self.element, self.values) = (element, values)
    }
}

extension SQLArray: SQLConvertible {
    /// The value to bind.
    public var sqlValue: SQLValue { .array(self) }
}
