internal import NuntiqModel

/// Reads single values of a submission as what their field takes.
enum ValueParser {
    /// What a value turned out to be.
    enum Outcome {
        case value(FieldValue)
        /// `null`, or an empty text.
        case absent
        case fault(String)
    }

    /// Reads a value for a field.
    static func read(_ json: JSONValue, as field: TemplateField) -> Outcome {
        if json.isNull { return .absent }
        switch field.type {
        case .text where field.key == "currencyCode": return currency(json)
        case .text: return text(json, charactersMax: charactersMax(of: field.key))
        case .number, .amount: return amount(json)
        case .date: return date(json)
        case .boolean: return boolean(json)
        case .choice: return choice(json, among: field.choices ?? [])
        }
    }

    /// Reads a text; a number stands for its digits.
    static func text(_ json: JSONValue, charactersMax: Int = SubmissionLimits.textCharactersMax) -> Outcome {
        let text: String
        switch json {
        case .string(let value): text = value
        case .number(let number): text = number.text
        case .null: return .absent
        case .bool, .array, .object: return .fault("Expected a text, found \(json.kindName).")
        }
        if text.utf8.count > charactersMax, text.unicodeScalars.count > charactersMax {
            return .fault("This text is longer than \(charactersMax) characters.")
        }
        return text.utf8.allSatisfy(isSpace) ? .absent : .value(.text(text))
    }

    /// Reads an exact decimal: a JSON number or a text that is one.
    static func amount(_ json: JSONValue) -> Outcome {
        let text: String
        switch json {
        case .number(let number): text = number.text
        case .string(let value): text = trimmed(value)
        case .null: return .absent
        case .bool, .array, .object: return .fault("Expected a number, found \(json.kindName).")
        }
        if text.isEmpty { return .absent }
        if let amount = Amount(text) { return .value(.amount(amount)) }
        return JSONNumber(text) == nil
            ? .fault("Expected a number or a numeric text with a decimal point, such as 1234.56.")
            : .fault("A number has at most 38 digits and an exponent within ±30.")
    }

    private static func date(_ json: JSONValue) -> Outcome {
        guard let text = json.string.map(trimmed) else { return .fault("Expected a date, found \(json.kindName).") }
        if text.isEmpty { return .absent }
        guard let date = CalendarDate(text) else { return .fault("Expected a real date as YYYY-MM-DD.") }
        return .value(.date(date))
    }

    private static func boolean(_ json: JSONValue) -> Outcome {
        switch json {
        case .bool(let value): return .value(.boolean(value))
        case .string("true"): return .value(.boolean(true))
        case .string("false"): return .value(.boolean(false))
        case .string(""): return .absent
        case .null, .number, .string, .array, .object: return .fault("Expected true or false.")
        }
    }

    private static func currency(_ json: JSONValue) -> Outcome {
        guard let text = json.string.map(trimmed) else {
            return .fault("Expected a currency code, found \(json.kindName).")
        }
        if text.isEmpty { return .absent }
        guard let currency = Currency(text.uppercased()) else {
            return .fault("Expected a currency code of ISO 4217, such as EUR.")
        }
        return .value(.text(currency.code))
    }

    private static func choice(_ json: JSONValue, among choices: [String]) -> Outcome {
        guard let text = json.string.map(trimmed) else {
            return .fault("Expected one of \(choices.joined(separator: ", ")), found \(json.kindName).")
        }
        if text.isEmpty { return .absent }
        guard choices.contains(text) else { return .fault("Expected one of \(choices.joined(separator: ", ")).") }
        return .value(.text(text))
    }

    private static func charactersMax(of key: String) -> Int {
        key == "notes" ? SubmissionLimits.notesCharactersMax : SubmissionLimits.textCharactersMax
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
