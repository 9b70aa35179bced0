/// `Codable` over ``JSONValue``: keys as `CodingKeys` spell them, integers of any width, ``JSONConvertible`` types in
/// their one form, `nil` left out where `encodeIfPresent` says so.
public enum JSONCoder {
    /// The JSON of a value.
    ///
    /// - Throws: ``JSONMismatch`` for a number that JSON cannot hold (not finite), else what `encode(to:)` throws.
    public static func encode(_ value: some Encodable) throws -> JSONValue {
        try JSONEncoding.node(of: value, path: []).resolved
    }

    /// The value that JSON describes.
    ///
    /// - Throws: ``JSONMismatch`` with the path of what does not fit, else what `init(from:)` throws.
    public static func decode<Value: Decodable>(_ type: Value.Type, from json: JSONValue) throws -> Value {
        try JSONDecoding.value(type, json, path: [])
    }
}

/// A key of an array's element, or any other.
struct JSONCodingKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }

    /// A key of the step that it stands for.
    static func step(_ key: any CodingKey) -> JSONPath.Step {
        key.intValue.map(JSONPath.Step.index) ?? .key(key.stringValue)
    }
}
