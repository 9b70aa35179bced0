import NuntiqModel

/// Reads the members of a JSON object, or the parameters of a query, and collects every fault on the way.
///
/// A reader answers with a harmless value where there is a fault; ``check()`` throws them all before anything is done.
struct Fields {
    /// The longest text of a body, where a member has no bound of its own.
    static let bodyTextMax = 4_000
    /// The longest text of a query.
    static let queryTextMax = 255

    /// The path of the object, for faults.
    let path: JSONPath
    private var object: JSONObject
    private let place: ReadLog.Place
    private var repeated: Set<String> = []
    private(set) var faults: [FieldFault] = []

    /// The members of an object of a body.
    init(_ object: JSONObject, at path: JSONPath = JSONPath()) {
        self.object = object
        self.path = path
        place = .body
    }

    /// The parameters of a query, as texts.
    init(query parameters: [(name: String, value: String)]) {
        var object = JSONObject()
        for (name, value) in parameters {
            if object[name] != nil { repeated.insert(name) }
            object[name] = .string(value)
        }
        self.object = object
        path = JSONPath()
        place = .query
    }

    /// The same without parameters that say nothing: `?since=&cursor=` asks for neither.
    var withoutEmpty: Fields {
        var fields = self
        fields.object = JSONObject(distinct: object.members.filter { $0.value != "" })
        return fields
    }

    /// Throws all faults at once, if there are any.
    func check() throws {
        if !faults.isEmpty { throw InvalidFields(faults) }
    }

    mutating func fault(_ name: String, _ message: String) {
        faults.append(FieldFault(field: path.appending(name).description, message: message))
    }

    /// A text of at most `limit` characters; `nil` when absent or null.
    ///
    /// A value of a query is short: all of them have to fit into the head of a request.
    mutating func text(_ name: String, limit: Int? = nil) -> String? {
        guard let value = present(name) else { return nil }
        let limit = limit ?? (place == .query ? Self.queryTextMax : Self.bodyTextMax)
        guard let text = value.string else {
            fault(name, "Expected a string, found \(value.kindName).")
            return nil
        }
        guard text.unicodeScalars.count <= limit else {
            fault(name, "At most \(limit) characters are taken.")
            return nil
        }
        guard !text.utf8.contains(0) else {
            fault(name, "U+0000 is not taken.")
            return nil
        }
        return text
    }

    /// A text that must be there and say something.
    mutating func requiredText(_ name: String, limit: Int? = nil) -> String {
        let before = faults.count
        let text = text(name, limit: limit).map(trimmed) ?? ""
        if text.isEmpty, faults.count == before { fault(name, "This is required.") }
        return text
    }

    /// A whole number within bounds; `nil` when absent or null.
    mutating func int(_ name: String, in range: ClosedRange<Int64>) -> Int64? {
        guard let value = present(name) else { return nil }
        guard let number = value.number?.int ?? spelled(value).flatMap(Int64.init), range.contains(number) else {
            fault(name, "Expected a whole number from \(range.lowerBound) to \(range.upperBound).")
            return nil
        }
        return number
    }

    /// A truth value; `nil` when absent or null.
    mutating func bool(_ name: String) -> Bool? {
        guard let value = present(name) else { return nil }
        if let truth = value.bool { return truth }
        switch spelled(value) {
        case "true": return true
        case "false": return false
        default:
            fault(name, "Expected true or false.")
            return nil
        }
    }

    /// A truth value that must be there.
    mutating func requiredBool(_ name: String) -> Bool {
        if present(name) == nil { fault(name, "This is required: true or false.") }
        return bool(name) ?? false
    }

    /// A moment with an offset; `nil` when absent or null.
    ///
    /// A space in it is a `+` that a query made a space.
    mutating func instant(_ name: String) -> Instant? {
        guard let text = text(name) else { return nil }
        guard let instant = Instant(text.replacing(" ", with: "+")) else {
            fault(name, "Expected a time in ISO 8601 with an offset, such as 2026-05-19T08:30:00Z.")
            return nil
        }
        return instant
    }

    /// A token; `nil` when absent or null.
    mutating func token(_ name: String) -> Token? {
        guard let text = text(name) else { return nil }
        guard let token = Token(text) else {
            fault(name, "Expected a UUID.")
            return nil
        }
        return token
    }

    /// One of a few words; `nil` when absent or null.
    mutating func word(_ name: String, of words: [String]) -> String? {
        guard let text = text(name) else { return nil }
        guard words.contains(text) else {
            fault(name, "Expected \(words.joined(separator: " or ")).")
            return nil
        }
        return text
    }

    /// Takes over the faults of an object within this one.
    mutating func adopt(_ inner: Fields) {
        faults += inner.faults
    }

    /// A value of any kind; `nil` when absent or null.
    mutating func present(_ name: String) -> JSONValue? {
        ReadLog.current?.note(place, path.appending(name).description)
        if repeated.remove(name) != nil { fault(name, "This is given more than once.") }
        return object[name].flatMap { $0.isNull ? nil : $0 }
    }

    /// Whether null stands there, for the few places where that says something else than nothing.
    func isNull(_ name: String) -> Bool {
        object[name]?.isNull ?? false
    }

    /// The text of a number or a truth value, which queries alone spell as one.
    private func spelled(_ value: JSONValue) -> String? {
        switch place {
        case .query: value.string
        case .header, .body: nil
        }
    }
}
