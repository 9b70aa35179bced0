import NuntiqModel

/// The schemas and answers that places share, by name, gathered while a document is made.
struct SharedSchemas {
    private(set) var schemas: [String: JSONValue] = [:]
    private var responses: [String: JSONValue] = [:]

    /// Keeps a schema under its name; two that differ under one name are a defect.
    mutating func keep(_ name: String, _ make: (inout SharedSchemas) -> JSONValue) {
        let made = make(&self)
        precondition(schemas[name].map { $0 == made } ?? true, "two schemas are named \(name)")
        schemas[name] = made
    }

    /// Keeps an answer under a name, with a number where another one has it, and refers to it.
    mutating func keep(response: JSONValue, named name: String) -> JSONValue {
        let names = [name] + (2...99).map { "\(name)\($0)" }
        let free = names.first { responses[$0].map { $0 == response } ?? true } ?? name
        responses[free] = response
        return ["$ref": .string("#/components/responses/\(free)")]
    }

    /// The schemas in the order of their names.
    var json: JSONValue { Self.sorted(schemas) }

    /// The answers in the order of their names.
    var responsesJSON: JSONValue { Self.sorted(responses) }

    private static func sorted(_ values: [String: JSONValue]) -> JSONValue {
        .object(JSONObject(distinct: values.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) }))
    }
}

extension Schema {
    /// Who sends the value: callers may say `null` for what is optional, we leave it out.
    enum Sender: Sendable {
        case caller
        case server
    }

    /// The schema as JSON; named ones stand in `shared` and are referred to.
    func json(from sender: Sender, _ shared: inout SharedSchemas) -> JSONValue {
        guard let name else { return .object(inline(from: sender, &shared)) }
        var bare = self
        bare.isNullable = false
        shared.keep(name) { .object(bare.inline(from: sender, &$0)) }
        let reference: JSONObject = ["$ref": .string("#/components/schemas/\(name)")]
        return isNullable ? ["anyOf": [.object(reference), ["type": "null"]]] : .object(reference)
    }

    private func inline(from sender: Sender, _ shared: inout SharedSchemas) -> JSONObject {
        var json = JSONObject()
        switch kind {
        case .text(let text): json = text.json
        case .whole(let range): json = Self.whole(range)
        case .number: json["type"] = "number"
        case .decimal: json["type"] = ["number", "string"]
        case .truth: json["type"] = "boolean"
        case .word(let choices):
            json["type"] = "string"
            json["enum"] = .array(choices.map(JSONValue.string) + (isNullable ? [.null] : []))
        case .constant(let value): json["const"] = value
        case .list(let element, let counts):
            json["type"] = "array"
            json["items"] = element.json(from: sender, &shared)
            json["minItems"] = counts.map { .number(JSONNumber(Int64($0.lowerBound))) }
            json["maxItems"] = counts.map { .number(JSONNumber(Int64($0.upperBound))) }
        case .object(let members): json = object(members, from: sender, &shared)
        case .map(let element):
            json["type"] = "object"
            json["additionalProperties"] = element.json(from: sender, &shared)
        case .either(let choices):
            json["anyOf"] = .array(
                choices.map { $0.json(from: sender, &shared) } + (isNullable ? [["type": "null"]] : []))
        case .anything: break
        }
        if isNullable, let type = json["type"] { json["type"] = .array((type.array ?? [type]) + ["null"]) }
        if !words.isEmpty { json["description"] = .string(words) }
        json["default"] = fallback
        json["examples"] = example.map { [$0] }
        return json
    }

    private func object(_ members: [Member], from sender: Sender, _ shared: inout SharedSchemas) -> JSONObject {
        var properties = JSONObject()
        for member in members {
            let isNullable = member.schema.isNullable || sender == .caller && !member.isRequired
            let schema = isNullable ? member.schema.orNull : member.schema
            properties[member.name] = schema.json(from: sender, &shared)
        }
        var json: JSONObject = ["type": "object", "properties": .object(properties)]
        let required = members.filter(\.isRequired).map { JSONValue.string($0.name) }
        if !required.isEmpty { json["required"] = .array(required) }
        return json
    }

    private static func whole(_ range: ClosedRange<Int64>?) -> JSONObject {
        var json: JSONObject = ["type": "integer"]
        json["minimum"] = range.map { .number(JSONNumber($0.lowerBound)) }
        json["maximum"] = range.map { .number(JSONNumber($0.upperBound)) }
        return json
    }
}

extension Schema.Text {
    fileprivate var json: JSONObject {
        var json: JSONObject = ["type": takesNumbers ? ["string", "number"] : "string"]
        json["format"] = format.map(JSONValue.string)
        json["pattern"] = pattern.map(JSONValue.string)
        if let counts, counts.lowerBound > 0 { json["minLength"] = .number(JSONNumber(Int64(counts.lowerBound))) }
        json["maxLength"] = counts.map { .number(JSONNumber(Int64($0.upperBound))) }
        return json
    }
}
