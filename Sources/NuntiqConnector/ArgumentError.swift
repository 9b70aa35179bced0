/// What a caller asked for that no server need be asked about.
public enum ArgumentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A number out of its range.
    case outOfRange(name: String, value: Int, range: ClosedRange<Int>)
    /// Text that is not what it must be.
    case unusable(name: String, reason: String)

    /// What is wrong with which argument.
    public var description: String {
        switch self {
        case .outOfRange(let name, let value, let range):
            "\(name) is \(value); it must be from \(range.lowerBound) to \(range.upperBound)."
        case .unusable(let name, let reason): "\(name) \(reason)."
        }
    }

    static func check(_ name: String, _ value: Int, within range: ClosedRange<Int>) throws(ArgumentError) {
        guard range.contains(value) else { throw .outOfRange(name: name, value: value, range: range) }
    }

    /// References as the API takes them, in their order.
    static func checked(_ references: [Int: String]) throws(ArgumentError) -> [(name: String, value: String)] {
        for number in references.keys { try check("references", number, within: 1...5) }
        return references.sorted { $0.key < $1.key }.map { ("ext_reference_\($0.key)", $0.value) }
    }
}
