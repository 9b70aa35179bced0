internal import NuntiqModel

/// The fields of one line while it is read, each once, in the order of the template.
struct LineFields {
    private(set) var fields: [Field] = []
    private var positions: [Int] = []

    /// Expects so many.
    init(capacity: Int) {
        fields.reserveCapacity(capacity)
        positions.reserveCapacity(capacity)
    }

    /// Puts a value into its place; `false`, and nothing changed, where the field has another one.
    mutating func takes(_ value: FieldValue, as entry: FieldNames.Entry) -> Bool {
        let place = positions.lastIndex { $0 <= entry.position }
        if let place, positions[place] == entry.position { return fields[place].value == value }
        let next = place.map { $0 + 1 } ?? 0
        fields.insert(Field(entry.field.key, value, source: .submitted), at: next)
        positions.insert(entry.position, at: next)
        return true
    }
}
