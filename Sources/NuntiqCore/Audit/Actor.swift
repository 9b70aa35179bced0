/// Who did something, as an event tells it: copied into the event, so that it still reads when they are gone.
public struct Actor: Sendable, Hashable {
    /// Where it came from: `NUNTIQ`, `EXTERNAL_API` or `MANUAL_USER`.
    public let source: String
    /// `SYSTEM`, `API_CLIENT` or `USER`.
    public let type: String
    /// The id, or empty.
    public let id: String
    /// The name shown to people.
    public let name: String

    /// Makes an actor from its parts.
    public init(source: String, type: String, id: String, name: String) {
        self.source = source
        self.type = type
        self.id = id
        self.name = name
    }

    /// Nuntiq itself.
    public static let system = Actor(source: "NUNTIQ", type: "SYSTEM", id: "", name: "Nuntiq")

    /// The person at the console of the machine; the operating system has let them in.
    public static let console = Actor(source: "MANUAL_USER", type: "USER", id: "", name: "Operator")
}

extension Principal {
    /// The caller as an event tells it.
    public var actor: Actor {
        switch kind {
        case .partner, .apiUser, .job:
            Actor(source: "EXTERNAL_API", type: "API_CLIENT", id: String(id), name: name)
        case .user:
            Actor(source: "MANUAL_USER", type: "USER", id: String(id), name: name)
        }
    }
}
