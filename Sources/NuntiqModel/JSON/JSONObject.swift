/// The members of a JSON object in their order; a key stands once.
///
/// Equal objects have equal values under equal keys, in whatever order. Look-ups walk the members: objects of invoices
/// are small, and ``JSONLimits/members`` bounds them.
public struct JSONObject: Sendable {
    /// A key with its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public var value: JSONValue

        /// Makes a member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members in their order.
    public private(set) var members: [Member]

    /// Makes an object without members.
    public init() {
        members = []
    }

    /// Wraps members whose keys are known to differ.
    public init(distinct members: [Member]) {
        self.members = members
    }

    /// An object of those members that have a value; the keys differ.
    public init(present members: KeyValuePairs<String, JSONValue?>) {
        self.members = members.compactMap { key, value in value.map { Member(key: key, value: $0) } }
    }

    /// The value of a key; setting `nil` removes the member, a new key is appended.
    public subscript(key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            let index = members.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The keys in their order.
    public var keys: [String] { members.map(\.key) }

    /// Whether there is no member.
    public var isEmpty: Bool { members.isEmpty }

    /// The number of members.
    public var count: Int { members.count }
}

extension JSONObject: Hashable {
    /// Whether both have equal values under equal keys, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        if left.count != right.count { return false }
        if left.members == right.members { return true }
        let values = Dictionary(right.members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        return left.members.allSatisfy { values[$0.key] == $0.value }
    }

    /// Hashes without regard to order.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members { sum &+= member.hashValue }
        hasher.combine(members.count)
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object with its keys in the order written; a repeated key keeps its last value.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init()
        for (key, value) in elements { self[key] = value }
    }
}
