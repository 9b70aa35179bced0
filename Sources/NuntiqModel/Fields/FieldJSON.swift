extension FieldValue: JSONConvertible {
    /// The value in a content document: as on the wire, but a date as `{"date": …}`, so that it is no text.
    public var json: JSONValue {
        switch self {
        case .text, .amount, .boolean: wire
        case .date(let date): .object(["date": date.json])
        }
    }

    /// Reads a value of a content document.
    public init(json: JSONValue) throws {
        switch json {
        case .string(let text): self = .text(text)
        case .number: self = .amount(try Amount(json: json))
        case .bool(let value): self = .boolean(value)
        case .object(let object): self = .date(try CalendarDate(json: object["date"] ?? .null))
        case .null, .array: throw JSONMismatch(expected: "a field's value", found: json)
        }
    }
}

extension Field: JSONConvertible {
    /// `[key, value, source, confidence, page, box]`, cut after the last one that is known.
    public var json: JSONValue {
        var parts: [JSONValue] = [
            .string(key), value.json, .string(source.rawValue), confidence.flatMap(JSONValue.init) ?? .null,
            page.map { JSONValue.number(JSONNumber(Int64($0))) } ?? .null, box?.json ?? .null,
        ]
        while parts.last?.isNull == true { parts.removeLast() }
        return .array(parts)
    }

    /// Reads a field of a content document.
    public init(json: JSONValue) throws {
        guard let parts = json.array, parts.count >= 3, let key = parts[0].string,
            let source = parts[2].string.flatMap(FieldSource.init)
        else { throw JSONMismatch(expected: "[key, value, source, …]", found: json) }
        func part(_ index: Int) -> JSONValue? { index < parts.count ? parts[index] : nil }
        self.init(
            key, try FieldValue(json: parts[1]), source: source,
            confidence: part(3)?.number.flatMap { Double($0.text) },
            page: part(4)?.number?.int.map(Int.init), box: try part(5).map(FieldBox.init))
    }
}

extension FieldBox: JSONConvertible {
    /// `[left, top, width, height]`.
    public var json: JSONValue {
        .array([left, top, width, height].map { JSONValue($0) ?? 0 })
    }

    /// Reads four numbers.
    public init(json: JSONValue) throws {
        let edges = (json.array ?? []).compactMap { $0.number.flatMap { Double($0.text) } }
        guard edges.count == 4 else { throw JSONMismatch(expected: "four numbers", found: json) }
        self.init(left: edges[0], top: edges[1], width: edges[2], height: edges[3])
    }
}

extension JSONValue {
    /// A measure that is no money; `nil` unless finite.
    fileprivate init?(_ measure: Double) {
        guard let number = JSONNumber(measure.description) else { return nil }
        self = .number(number)
    }
}
