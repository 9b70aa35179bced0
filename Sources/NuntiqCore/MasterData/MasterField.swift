internal import NuntiqModel

/// What a value of master data may be.
public enum MasterType: Sendable, Hashable {
    /// A number or name by which another system knows something: trimmed, without control characters.
    case code
    /// A text of at most so many characters.
    case text(limit: Int)
    /// A whole number within bounds.
    case whole(ClosedRange<Int64>)
    /// An exact decimal.
    case decimal
    /// A truth value.
    case truth
    /// A day.
    case date
    /// A moment, with an offset; a bare day stands for its beginning in UTC.
    case moment
    /// One of a few words, in capitals.
    case word([String])

    /// The most characters of a ``code``; an index over two of them and a name fits into a page of either database.
    public static let codeCharactersMax = 128
}

/// One field of a kind of master data: everything that validation, storage, filters and the API's document follow from.
public struct MasterField: Sendable, Hashable {
    /// Its name on the wire.
    public let name: String
    /// What it may be.
    public let type: MasterType
    /// Whether every row that is sent must have it.
    public var isRequired = false
    /// Whether it is one of a numbered row (`custom_field_3`), shown only where it has a value.
    public var isNumbered = false
    /// What a new row has where nothing is sent.
    public var fallback: String?
    /// Another name under which it is taken.
    public var alias: String?

    /// A field that may be absent.
    static func optional(_ name: String, _ type: MasterType = .text(limit: 255)) -> MasterField {
        MasterField(name: name, type: type)
    }

    /// A field that every row has.
    static func required(_ name: String, _ type: MasterType = .text(limit: 255)) -> MasterField {
        MasterField(name: name, type: type, isRequired: true)
    }

    /// A truth value with what holds where nothing is sent.
    static func truth(_ name: String, fallback: Bool) -> MasterField {
        MasterField(name: name, type: .truth, fallback: String(fallback))
    }

    /// `prefix_1` to `prefix_N`.
    static func numbered(_ prefix: String, _ count: Int, _ type: MasterType = .text(limit: 255)) -> [MasterField] {
        (1...count).map { MasterField(name: "\(prefix)_\($0)", type: type, isNumbered: true) }
    }

    /// What is wrong with a value, or the text that stands for it in a stored row.
    func stored(_ value: JSONValue) -> Result<String, Mismatch> {
        switch type {
        case .code: code(value)
        case .text(let limit): text(value, limit: limit)
        case .whole(let range): whole(value, range)
        case .decimal: decimal(value)
        case .truth: value.bool.map { .success(String($0)) } ?? .failure(.expected("true or false", value))
        case .date: spelled(value, "a real date as YYYY-MM-DD") { CalendarDate($0)?.description }
        case .moment: spelled(value, "a time in ISO 8601 with an offset, such as 2026-05-19T08:30:00Z", Self.moment)
        case .word(let words): word(value, words)
        }
    }

    /// Why a value cannot be taken, as a sentence.
    struct Mismatch: Error {
        let message: String

        static func expected(_ what: String, _ found: JSONValue) -> Mismatch {
            Mismatch(message: "Expected \(what), found \(found.kindName).")
        }
    }

    private func code(_ value: JSONValue) -> Result<String, Mismatch> {
        text(value, limit: MasterType.codeCharactersMax).flatMap { text in
            let code = trimmed(text)
            if code.unicodeScalars.contains(where: { $0.value < 0x20 }) {
                return .failure(Mismatch(message: "Control characters are not taken."))
            }
            return .success(code)
        }
    }

    private func text(_ value: JSONValue, limit: Int) -> Result<String, Mismatch> {
        guard let text = value.string else { return .failure(.expected("a string", value)) }
        guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
            return .failure(Mismatch(message: "At most \(limit) characters are taken."))
        }
        return .success(normalized(text))
    }

    private func whole(_ value: JSONValue, _ range: ClosedRange<Int64>) -> Result<String, Mismatch> {
        guard let number = value.number?.int, range.contains(number) else {
            let bounds = "from \(range.lowerBound) to \(range.upperBound)"
            return .failure(Mismatch(message: "Expected a whole number \(bounds)."))
        }
        return .success(String(number))
    }

    private func decimal(_ value: JSONValue) -> Result<String, Mismatch> {
        guard let text = value.number?.text ?? value.string.map(trimmed) else {
            return .failure(.expected("a number", value))
        }
        guard let amount = Amount(text) else {
            return .failure(Mismatch(message: "Expected a number of at most 38 digits with an exponent within ±30."))
        }
        return .success(amount.description)
    }

    private func word(_ value: JSONValue, _ words: [String]) -> Result<String, Mismatch> {
        spelled(value, words.joined(separator: " or ")) { words.contains($0) ? $0 : nil }
    }

    private func spelled(
        _ value: JSONValue, _ what: String, _ read: (String) -> String?
    ) -> Result<String, Mismatch> {
        guard let text = value.string else { return .failure(.expected(what, value)) }
        return read(text).map { .success($0) } ?? .failure(Mismatch(message: "Expected \(what)."))
    }

    private static func moment(_ text: String) -> String? {
        (Instant(text) ?? CalendarDate(text).flatMap { Instant("\($0)T00:00:00Z") })?.description
    }

    /// The stored text as it stands on the wire.
    func wire(_ stored: String) -> JSONValue {
        switch type {
        case .code, .text, .date, .moment, .word: .string(stored)
        case .whole, .decimal: JSONNumber(stored).map(JSONValue.number) ?? .string(stored)
        case .truth: .bool(stored == "true")
        }
    }
}
