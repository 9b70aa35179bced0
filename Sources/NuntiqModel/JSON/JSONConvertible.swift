/// A type with exactly one way to stand in JSON, such as an exact amount as a number or a date as a string.
///
/// Conforming also makes a type `Codable` for ``JSONCoder``, and for no other coder.
public protocol JSONConvertible: Codable {
    /// The value in JSON.
    var json: JSONValue { get }

    /// Reads the value.
    ///
    /// - Throws: ``JSONMismatch`` saying what was expected.
    init(json: JSONValue) throws
}

/// A JSON value that is not what a type asks for.
public struct JSONMismatch: Error, Sendable, Hashable {
    /// Where it stands.
    public var path: JSONPath
    /// What is wrong and what is allowed, as one sentence.
    public let message: String

    /// Makes a mismatch; who calls adds the path.
    public init(_ message: String, path: JSONPath = JSONPath()) {
        self.path = path
        self.message = message
    }

    /// An `expected` something in the place of what was found.
    public init(expected: String, found: JSONValue) {
        self.init("Expected \(expected), found \(found.kindName).")
    }

    /// The same one step further from the root.
    func under(_ step: JSONPath.Step) -> JSONMismatch {
        JSONMismatch(message, path: JSONPath([step] + path.steps))
    }

    /// The mismatch as a field at fault.
    public var fault: FieldFault {
        FieldFault(field: path.description, message: message)
    }
}

extension JSONMismatch: CustomStringConvertible {
    /// Path and message.
    public var description: String {
        path.steps.isEmpty ? message : "\(path): \(message)"
    }
}

extension JSONConvertible {
    /// Encodes the one form.
    public func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? JSONEncoding else {
            throw JSONMismatch("\(Self.self) is encoded by JSONCoder only.")
        }
        encoder.node.content = .value(json)
    }

    /// Decodes the one form.
    public init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? JSONDecoding else {
            throw JSONMismatch("\(Self.self) is decoded by JSONCoder only.")
        }
        try self.init(json: decoder.json)
    }
}

extension JSONValue: JSONConvertible {
    /// The value itself.
    public var json: JSONValue { self }

    /// The value itself.
    public init(json: JSONValue) {
        self = json
    }
}

extension JSONObject: JSONConvertible {
    /// The object.
    public var json: JSONValue { .object(self) }

    /// Reads an object.
    public init(json: JSONValue) throws {
        guard let object = json.object else { throw JSONMismatch(expected: "an object", found: json) }
        self = object
    }
}

extension JSONNumber: JSONConvertible {
    /// The number as received.
    public var json: JSONValue { .number(self) }

    /// Reads a number.
    public init(json: JSONValue) throws {
        guard let number = json.number else { throw JSONMismatch(expected: "a number", found: json) }
        self = number
    }
}
