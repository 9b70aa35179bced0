/// The decoder that ``JSONCoder`` gives to `init(from:)`.
struct JSONDecoding: Decoder {
    let json: JSONValue
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]

    /// Decodes a value of any type.
    static func value<Value: Decodable>(
        _ type: Value.Type, _ json: JSONValue, path: [any CodingKey]
    ) throws -> Value {
        do {
            let leaf: Any? = try leaf(type, json)
            if let leaf = leaf as? Value { return leaf }
        } catch let mismatch as JSONMismatch {
            throw JSONMismatch(
                mismatch.message, path: JSONPath(path.map(JSONCodingKey.step) + mismatch.path.steps))
        }
        do {
            return try Value(from: JSONDecoding(json: json, codingPath: path))
        } catch is DecodingError {
            throw JSONMismatch(refusal(of: type), path: JSONPath(path.map(JSONCodingKey.step)))
        }
    }

    /// What an enum takes, or that the value does not fit.
    private static func refusal(of type: any Decodable.Type) -> String {
        guard let type = type as? any CaseIterable.Type else { return "This value does not fit." }
        let values = (type.allCases as any Collection).compactMap { ($0 as? any RawRepresentable)?.rawValue }
        return "Expected one of \(values.map { "\($0)" }.joined(separator: ", "))."
    }

    /// The value of a type that stands for itself; `nil` for a type made of others.
    private static func leaf(_ type: any Decodable.Type, _ json: JSONValue) throws -> Any? {
        switch type {
        case is String.Type: return try required(json.string, "a string", json)
        case is Bool.Type: return try required(json.bool, "true or false", json)
        case let type as any JSONConvertible.Type: return try type.init(json: json)
        case let type as any FixedWidthInteger.Type: return try integer(type, json)
        case is Double.Type: return try required(json.number.flatMap { Double($0.text) }, "a number", json)
        case is Float.Type: return try required(json.number.flatMap { Float($0.text) }, "a number", json)
        default: return nil
        }
    }

    private static func integer<Value: FixedWidthInteger>(_ type: Value.Type, _ json: JSONValue) throws -> Value {
        guard let number = json.number else { throw JSONMismatch(expected: "a whole number", found: json) }
        guard let value = Value(number.text) ?? number.int.flatMap(Value.init(exactly:)) else {
            throw JSONMismatch("Expected a whole number from \(Value.min) to \(Value.max).")
        }
        return value
    }

    private static func required<Value>(_ value: Value?, _ expected: String, _ json: JSONValue) throws -> Value {
        guard let value else { throw JSONMismatch(expected: expected, found: json) }
        return value
    }

    func mismatch(_ expected: String) -> JSONMismatch {
        JSONMismatch(
            "Expected \(expected), found \(json.kindName).", path: JSONPath(codingPath.map(JSONCodingKey.step)))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard let object = json.object else { throw mismatch("an object") }
        return KeyedDecodingContainer(JSONKeyedDecoding(object: object, codingPath: codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard let elements = json.array else { throw mismatch("an array") }
        return JSONUnkeyedDecoding(elements: elements, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer {
        JSONSingleDecoding(json: json, codingPath: codingPath)
    }
}

private struct JSONKeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let object: JSONObject
    let codingPath: [any CodingKey]

    var allKeys: [Key] { object.keys.compactMap(Key.init(stringValue:)) }

    private func nested(_ key: any CodingKey) throws -> JSONDecoding {
        guard let json = object[key.stringValue] else {
            throw JSONMismatch(
                "This field is missing.", path: JSONPath((codingPath + [key]).map(JSONCodingKey.step)))
        }
        return JSONDecoding(json: json, codingPath: codingPath + [key])
    }

    func contains(_ key: Key) -> Bool {
        object[key.stringValue] != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        object[key.stringValue]?.isNull ?? true
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let nested = try nested(key)
        return try JSONDecoding.value(type, nested.json, path: nested.codingPath)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try nested(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        try nested(JSONCodingKey(stringValue: "super"))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try nested(key)
    }
}

private struct JSONUnkeyedDecoding: UnkeyedDecodingContainer {
    let elements: [JSONValue]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(elements: [JSONValue], codingPath: [any CodingKey]) {
        self.elements = elements
        self.codingPath = codingPath
    }

    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private mutating func next() throws -> JSONDecoding {
        let path = codingPath + [JSONCodingKey(intValue: currentIndex)]
        guard !isAtEnd else {
            throw JSONMismatch("This element is missing.", path: JSONPath(path.map(JSONCodingKey.step)))
        }
        defer { currentIndex += 1 }
        return JSONDecoding(json: elements[currentIndex], codingPath: path)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, elements[currentIndex].isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let element = try next()
        return try JSONDecoding.value(type, element.json, path: element.codingPath)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder {
        try next()
    }
}

private struct JSONSingleDecoding: SingleValueDecodingContainer {
    let json: JSONValue
    let codingPath: [any CodingKey]

    func decodeNil() -> Bool {
        json.isNull
    }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoding.value(type, json, path: codingPath)
    }
}
