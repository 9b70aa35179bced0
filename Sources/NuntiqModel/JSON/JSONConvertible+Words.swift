extension Amount: JSONConvertible {
    /// A number, with its trailing zeros.
    public var json: JSONValue { .number(JSONNumber(checked: description)) }

    /// Reads a number of at most 38 digits, exactly.
    public init(json: JSONValue) throws {
        guard let number = json.number else { throw JSONMismatch(expected: "a number", found: json) }
        guard let amount = number.amount else {
            throw JSONMismatch("Expected a number of at most 38 digits with an exponent within ±30.")
        }
        self = amount
    }
}

extension JSONNumber {
    /// The number with the trailing zeros of an amount.
    public init(_ amount: Amount) {
        self.init(checked: amount.description)
    }

    /// The exact decimal; `nil` beyond 38 digits or an exponent of ±30.
    public var amount: Amount? { Amount(text) }
}

extension Instant: JSONConvertible {
    /// ISO 8601 in UTC with six fraction digits.
    public var json: JSONValue { .string(description) }

    /// Reads ISO 8601 with an offset or `Z`.
    public init(json: JSONValue) throws {
        self = try readText(json, "a time in ISO 8601 with an offset, such as 2026-05-19T08:30:00Z")
    }
}

extension CalendarDate: JSONConvertible {
    /// `YYYY-MM-DD`.
    public var json: JSONValue { .string(description) }

    /// Reads `YYYY-MM-DD`, a real day.
    public init(json: JSONValue) throws {
        self = try readText(json, "a real date as YYYY-MM-DD")
    }
}

extension Token: JSONConvertible {
    /// A lower-case UUID.
    public var json: JSONValue { .string(description) }

    /// Reads a UUID or its Crockford form.
    public init(json: JSONValue) throws {
        self = try readText(json, "a UUID")
    }
}

/// The value that a string spells.
private func readText<Value: LosslessStringConvertible>(_ json: JSONValue, _ expected: String) throws -> Value {
    guard let text = json.string else { throw JSONMismatch(expected: expected, found: json) }
    guard let value = Value(text) else { throw JSONMismatch("Expected \(expected).") }
    return value
}
