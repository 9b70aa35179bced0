/// A value that is being encoded; containers fill it in place.
final class JSONNode {
    enum Content {
        case none
        case value(JSONValue)
        case object([(key: String, node: JSONNode)])
        case array([JSONNode])
    }

    var content: Content

    init(_ content: Content = .none) {
        self.content = content
    }

    func append(_ node: JSONNode, _ key: String) {
        guard case .object(var members) = content else {
            content = .object([(key, node)])
            return
        }
        content = .none
        members.append((key, node))
        content = .object(members)
    }

    func append(_ node: JSONNode) {
        guard case .array(var elements) = content else {
            content = .array([node])
            return
        }
        content = .none
        elements.append(node)
        content = .array(elements)
    }

    var resolved: JSONValue {
        switch content {
        case .none: return .object([:])
        case .value(let value): return value
        case .array(let nodes): return .array(nodes.map(\.resolved))
        case .object(let members):
            var object = JSONObject()
            for (key, node) in members { object[key] = node.resolved }
            return .object(object)
        }
    }
}

/// The encoder that ``JSONCoder`` gives to `encode(to:)`.
struct JSONEncoding: Encoder {
    let node: JSONNode
    let codingPath: [any CodingKey]
    let userInfo: [CodingUserInfoKey: Any] = [:]

    /// Encodes a value into a node of its own.
    static func node(of value: some Encodable, path: [any CodingKey]) throws -> JSONNode {
        if let leaf = try leaf(value, path) { return JSONNode(.value(leaf)) }
        let node = JSONNode()
        try value.encode(to: JSONEncoding(node: node, codingPath: path))
        return node
    }

    private static func leaf(_ value: some Encodable, _ path: [any CodingKey]) throws -> JSONValue? {
        switch value {
        case let text as String: return .string(text)
        case let flag as Bool: return .bool(flag)
        case let value as any JSONConvertible: return value.json
        case let integer as any FixedWidthInteger: return JSONNumber(String(describing: integer)).map(JSONValue.number)
        case let number as any BinaryFloatingPoint:
            guard let number = JSONNumber(String(describing: number)) else {
                throw JSONMismatch("\(number) is no JSON number.", path: JSONPath(path.map(JSONCodingKey.step)))
            }
            return .number(number)
        default: return nil
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        if case .none = node.content { node.content = .object([]) }
        return KeyedEncodingContainer(JSONKeyedEncoding(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .none = node.content { node.content = .array([]) }
        return JSONUnkeyedEncoding(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        JSONSingleEncoding(node: node, codingPath: codingPath)
    }
}

private struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    let codingPath: [any CodingKey]

    private func nested(_ key: any CodingKey, _ content: JSONNode.Content) -> JSONEncoding {
        let child = JSONNode(content)
        node.append(child, key.stringValue)
        return JSONEncoding(node: child, codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) {
        node.append(JSONNode(.value(.null)), key.stringValue)
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        node.append(try JSONEncoding.node(of: value, path: codingPath + [key]), key.stringValue)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        nested(key, .object([])).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        nested(key, .array([])).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        nested(JSONCodingKey(stringValue: "super"), .none)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        nested(key, .none)
    }
}

private struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]
    private(set) var count = 0

    init(node: JSONNode, codingPath: [any CodingKey]) {
        self.node = node
        self.codingPath = codingPath
    }

    private mutating func nested(_ content: JSONNode.Content) -> JSONEncoding {
        let child = JSONNode(content)
        node.append(child)
        defer { count += 1 }
        return JSONEncoding(node: child, codingPath: codingPath + [JSONCodingKey(intValue: count)])
    }

    mutating func encodeNil() {
        _ = nested(.value(.null))
    }

    mutating func encode<Value: Encodable>(_ value: Value) throws {
        node.append(try JSONEncoding.node(of: value, path: codingPath + [JSONCodingKey(intValue: count)]))
        count += 1
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        nested(.object([])).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        nested(.array([])).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder {
        nested(.none)
    }
}

private struct JSONSingleEncoding: SingleValueEncodingContainer {
    let node: JSONNode
    let codingPath: [any CodingKey]

    func encodeNil() {
        node.content = .value(.null)
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        node.content = try JSONEncoding.node(of: value, path: codingPath).content
    }
}
