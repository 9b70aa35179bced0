import NuntiqModel

/// Holds a value against a schema of the OpenAPI document: the part of JSON Schema 2020-12 that the document uses.
///
/// Stricter than the standard in one thing: a member that an object's schema does not name is a fault, unless the
/// schema says what other members are.
public struct SchemaCheck {
    private let components: JSONValue
    private let isStrict: Bool
    private(set) var faults: [String] = []

    /// Checks with the shared schemas of a document.
    init(components: JSONValue, isStrict: Bool) {
        self.components = components
        self.isStrict = isStrict
    }

    /// Notes what is wrong with `value`.
    mutating func check(_ value: JSONValue, _ schema: JSONValue, at path: String = "$") {
        let schema = resolved(schema)
        checkAlternatives(value, schema, path)
        checkType(value, schema, path)
        if let constant = schema["const"], constant != value { fault(path, "is not \(constant.serialized())") }
        if let choices = schema["enum"]?.array, !choices.contains(value) {
            fault(path, "\(value.serialized()) is none of \(JSONValue.array(choices).serialized())")
        }
        switch value {
        case .string(let text): check(text, schema, path)
        case .number(let number): check(number, schema, path)
        case .array(let elements): check(elements, schema, path)
        case .object(let object): check(object, schema, path)
        case .null, .bool: break
        }
    }

    private mutating func fault(_ path: String, _ words: String) {
        faults.append("\(path) \(words)")
    }

    private func resolved(_ schema: JSONValue) -> JSONValue {
        guard let name = schema["$ref"]?.string?.split(separator: "/").last else { return schema }
        return components["schemas"]?[String(name)] ?? ["not": [:]]
    }

    private mutating func checkAlternatives(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
        for part in schema["allOf"]?.array ?? [] {
            var inner = SchemaCheck(components: components, isStrict: false)
            inner.check(value, part, at: path)
            faults += inner.faults
        }
        guard let choices = schema["anyOf"]?.array else { return }
        let tries = choices.map { choice in
            var inner = SchemaCheck(components: components, isStrict: isStrict)
            inner.check(value, choice, at: path)
            return inner.faults
        }
        if !tries.contains(where: \.isEmpty) { faults += tries.min { $0.count < $1.count } ?? [] }
    }

    private mutating func checkType(_ value: JSONValue, _ schema: JSONValue, _ path: String) {
        guard let type = schema["type"] else { return }
        let types = (type.array ?? [type]).compactMap(\.string)
        if !types.contains(where: value.isOf) { fault(path, "is \(value.kindName), not \(types)") }
    }

    private mutating func check(_ text: String, _ schema: JSONValue, _ path: String) {
        let count = Int64(text.unicodeScalars.count)
        if let least = schema["minLength"]?.number?.int, count < least { fault(path, "is shorter than \(least)") }
        if let most = schema["maxLength"]?.number?.int, count > most { fault(path, "is longer than \(most)") }
        if let format = schema["format"]?.string, !Self.isOf(format, text) { fault(path, "\(text) is no \(format)") }
        if let pattern = schema["pattern"]?.string, !Self.matches(pattern, text) {
            fault(path, "\(text) does not match \(pattern)")
        }
    }

    private static func matches(_ pattern: String, _ text: String) -> Bool {
        guard let regex = try? Regex(pattern) else { return false }
        return text.firstMatch(of: regex) != nil
    }

    private static func isOf(_ format: String, _ text: String) -> Bool {
        switch format {
        case "uuid": Token(text) != nil && text.utf8.count == 36
        case "date-time": Instant(text) != nil
        case "date": CalendarDate(text) != nil
        case "binary": true
        default: false
        }
    }

    private mutating func check(_ number: JSONNumber, _ schema: JSONValue, _ path: String) {
        guard let value = number.int else { return }
        if let least = schema["minimum"]?.number?.int, value < least { fault(path, "is less than \(least)") }
        if let most = schema["maximum"]?.number?.int, value > most { fault(path, "is more than \(most)") }
    }

    private mutating func check(_ elements: [JSONValue], _ schema: JSONValue, _ path: String) {
        let count = Int64(elements.count)
        if let least = schema["minItems"]?.number?.int, count < least { fault(path, "has fewer than \(least)") }
        if let most = schema["maxItems"]?.number?.int, count > most { fault(path, "has more than \(most)") }
        guard let items = schema["items"] else { return }
        for (index, element) in elements.enumerated() { check(element, items, at: "\(path)[\(index)]") }
    }

    private mutating func check(_ object: JSONObject, _ schema: JSONValue, _ path: String) {
        for name in schema["required"]?.array?.compactMap(\.string) ?? [] where object[name] == nil {
            fault(path, "lacks \(name)")
        }
        let properties = schema["properties"]?.object
        let isOpen = properties == nil || !isStrict || schema["anyOf"] != nil
        for member in object.members {
            if let property = properties?[member.key] {
                check(member.value, property, at: "\(path).\(member.key)")
            } else if let others = schema["additionalProperties"] {
                check(member.value, others, at: "\(path).\(member.key)")
            } else if !isOpen {
                fault(path, "has \(member.key), which the document does not name")
            }
        }
    }
}

extension JSONValue {
    fileprivate func isOf(_ type: String) -> Bool {
        switch self {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number(let number): type == "number" || type == "integer" && number.int != nil
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
