import NuntiqModel
import NuntiqTesting

@testable import NuntiqServer

/// Texts for places where a query or a path has one.
enum BadTexts {
    /// A text, percent-encoded, and whether it is surely wrong.
    struct Case {
        let text: String
        let isWrong: Bool
    }

    /// Texts for a parameter; what is wrong depends on what it takes.
    static func all(for schema: Schema) -> [Case] {
        let any = [
            "", "%20", "%F0%9F%A6%8A", "'%3B--", "%25", "..%2F..", "%E2%80%AE", "9223372036854775807",
            "-9223372036854775808",
        ].map {
            Case(text: $0, isWrong: false)
        }
        let never = ["%00", "a%00b", String(repeating: "x", count: 5_000)].map { Case(text: $0, isWrong: true) }
        return any + never + wrong(for: schema).map { Case(text: $0, isWrong: true) }
    }

    private static func wrong(for schema: Schema) -> [String] {
        switch schema.kind {
        case .whole: ["abc", "-1", "1.5", "1e3", "99999999999999999999", "0x10", "%D9%A1"]
        case .truth: ["1", "yes", "TRUE", "null"]
        case .word: ["5", "ALL", "1,2"]
        case .text(let text) where text.format == "date-time": ["yesterday", "2026-02-30T00:00:00Z", "2026-05-19"]
        case .text, .number, .decimal, .constant, .list, .object, .map, .either, .anything: []
        }
    }

    /// Texts for a token of a path, percent-encoded.
    static let tokens = [
        "x", "0", "-1", "%00", "%FF", "%F0%9F%A6%8A", "..%2F..", "%20", "null", "'%20OR%201=1--",
        "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a5", "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a5g",
        "%7B0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55%7D", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        String(repeating: "a", count: 5_000),
    ]
}

extension Contract {
    /// The schema of the body that a route takes.
    func bodySchema(of call: ExampleCall) -> JSONValue? {
        let operation = operations.first { $0.name == call.name }
        return operation?.json["requestBody"]?["content"]?["application/json"]?["schema"]
    }
}

extension Member {
    /// Whether an object in its place is a fault.
    var isFaultyAsObject: Bool {
        switch schema.kind {
        case .text, .whole, .number, .decimal, .truth, .word, .constant, .list: true
        case .object, .map, .either, .anything: false
        }
    }
}
