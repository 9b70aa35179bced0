/// Which items a worker takes.
///
/// What waits for the world outside (a mail server that hangs) has workers of its own, so that nothing else waits for
/// it.
public enum WorkKinds: Sendable, Hashable {
    /// Every kind.
    case all
    /// These alone.
    case only(Set<String>)
    /// Every other.
    case except(Set<String>)

    /// Ends a WHERE over table `work`.
    var condition: String {
        switch self {
        case .all: ""
        case .only(let kinds): "AND work.kind IN (\(Self.places(kinds)))"
        case .except(let kinds): "AND work.kind NOT IN (\(Self.places(kinds)))"
        }
    }

    /// What ``condition`` asks for.
    var arguments: [any SQLConvertible] {
        switch self {
        case .all: []
        case .only(let kinds), .except(let kinds): kinds.sorted()
        }
    }

    private static func places(_ kinds: Set<String>) -> String {
        precondition(!kinds.isEmpty, "a worker of no kind")
        return kinds.map { _ in "?" }.joined(separator: ", ")
    }
}
