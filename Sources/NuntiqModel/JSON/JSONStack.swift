/// The objects and arrays that are open while a document is read, from the root inwards.
struct JSONStack {
    /// A bound or rule that a value breaks; the reader adds the place.
    struct Refusal: Error {
        let kind: JSONError.Kind
    }

    private struct Level {
        let isObject: Bool
        var key = ""
        var members: [JSONObject.Member] = []
        var elements: [JSONValue] = []
        /// Where each key stands, once there are too many members to walk.
        var places: [String: Int] = [:]
    }

    /// Beyond this many members of an object, its keys are looked up in a dictionary.
    private static let membersWalked = 32

    let limits: JSONLimits
    private var levels: [Level] = []
    /// The document's value, once it is whole.
    private(set) var root: JSONValue?

    init(limits: JSONLimits) {
        self.limits = limits
    }

    /// Whether the innermost open value is an object.
    var isInObject: Bool { levels.last?.isObject ?? false }

    /// Where the value being read stands.
    var path: JSONPath {
        JSONPath(levels.map { $0.isObject ? .key($0.key) : .index($0.elements.count) })
    }

    /// Whether the value being read stands at a path of `pattern`.
    func matches(_ pattern: JSONPathPattern) -> Bool {
        guard levels.count == pattern.steps.count else { return false }
        return zip(levels, pattern.steps).allSatisfy { level, step in
            level.isObject ? level.key == step : step == nil
        }
    }

    /// Sets the key of the member that follows.
    mutating func setKey(_ key: String) {
        levels[levels.count - 1].key = key
    }

    /// Refuses a value for which there is no more room.
    func beginValue() throws(Refusal) {
        guard let level = levels.last else { return }
        let limit = level.isObject ? limits.members : limits.elements
        let count = level.isObject ? level.members.count : level.elements.count
        if count >= limit { throw Refusal(kind: .tooMany(limit: limit)) }
    }

    /// Opens an object or array; `false` when it would be nested too deep.
    mutating func open(isObject: Bool) -> Bool {
        if levels.count >= limits.depth { return false }
        levels.append(Level(isObject: isObject))
        return true
    }

    /// Closes the innermost open value and returns it.
    mutating func close() -> JSONValue {
        let level = levels.removeLast()
        return level.isObject ? .object(JSONObject(distinct: level.members)) : .array(level.elements)
    }

    /// Puts a value into the innermost open one.
    mutating func add(_ value: JSONValue) throws(Refusal) {
        let last = levels.count - 1
        if last < 0 {
            root = value
        } else if levels[last].isObject {
            try addMember(value, to: last)
        } else {
            levels[last].elements.append(value)
        }
    }

    private mutating func addMember(_ value: JSONValue, to last: Int) throws(Refusal) {
        let key = levels[last].key
        if let place = place(of: key, in: last) {
            if levels[last].members[place].value != value { throw Refusal(kind: .duplicateKey) }
            return
        }
        levels[last].members.append(JSONObject.Member(key: key, value: value))
        let count = levels[last].members.count
        if count == Self.membersWalked {
            for (index, member) in levels[last].members.enumerated() { levels[last].places[member.key] = index }
        } else if count > Self.membersWalked {
            levels[last].places[key] = count - 1
        }
    }

    private func place(of key: String, in last: Int) -> Int? {
        if levels[last].members.count >= Self.membersWalked { return levels[last].places[key] }
        return levels[last].members.firstIndex { $0.key == key }
    }
}
