import NuntiqModel
import NuntiqTesting

/// Bodies that no route takes, and wrong values for each member of those that a route takes.
enum BadBodies {
    /// A body with what is expected of it.
    struct Case: Sendable {
        let name: String
        let body: Body
        /// The statuses that are right.
        let statuses: Set<Int>
    }

    /// Texts that are no JSON, or no JSON that we take.
    static let texts: [Case] = [
        bad("a space", " "), bad("a word", "invoice"), bad("half an object", "{\"a\":"), bad("a comma", "{\"a\":1,}"),
        bad("two values", "{} {}"), bad("NaN", "{\"a\":NaN}"), bad("a byte order mark", "\u{FEFF}{}"),
        bad("an array", "[]"), bad("null", "null"), bad("a number", "5"), bad("a text", "\"x\""), bad("true", "true"),
        bad("a key twice", #"{"a":1,"a":2}"#), bad("U+0000", #"{"a":"\u0000"}"#),
        bad("a bare NUL", "{\"a\":\"\0\"}"), bad("a lone surrogate", #"{"a":"\ud800"}"#),
        bad("a lone low surrogate", #"{"a":"\udc00\ud800"}"#), bad("a wrong escape", #"{"a":"\x41"}"#),
        bad("nesting of 100", nested(100)), bad("nesting of 20 000", nested(20_000)),
        bad("a number of 10 000 digits", "{\"a\":\(String(repeating: "9", count: 10_000))}"),
        bytes("broken UTF-8", [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xFF, 0x22, 0x7D]),
        bytes("an overlong NUL", [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xC0, 0x80, 0x22, 0x7D]),
        bytes("a surrogate in UTF-8", [0x7B, 0x22, 0x61, 0x22, 0x3A, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x7D]),
        bytes("UTF-16", [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00]),
        bytes("nothing but zeros", [UInt8](repeating: 0, count: 64)),
    ]

    /// Content types that are not JSON's.
    static let types: [Case] = ["text/plain", "application/xml", "application/jsonx", "application/", ";", nil].map {
        Case(name: "Content-Type \($0 ?? "missing")", body: .text("{}", contentType: $0), statuses: [415])
    }

    /// Each value of the example, one after the other, replaced by each of these.
    static let values: [JSONValue] = [
        .null, true, -1, number("1e400"), number("99999999999999999999999"),
        number("0.5"), "", "x", .string(String(repeating: "x", count: 40_000)), [], [[:]], [:],
        ["a": ["b": "c"]], "\u{202E}",
    ]

    private static func number(_ text: String) -> JSONValue {
        JSONNumber(text).map(JSONValue.number) ?? .null
    }

    private static func bad(_ name: String, _ text: String) -> Case {
        Case(name: name, body: .text(text), statuses: [400])
    }

    private static func bytes(_ name: String, _ bytes: [UInt8]) -> Case {
        Case(name: name, body: Body(bytes), statuses: [400])
    }

    private static func nested(_ depth: Int) -> String {
        "{\"a\":" + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
    }
}

extension JSONValue {
    /// The same with each value within replaced by `value`, one at a time, with the path of it.
    func mutations(to value: JSONValue, at path: JSONPath = JSONPath()) -> [(path: String, json: JSONValue)] {
        switch self {
        case .object(let object):
            object.members.flatMap { member in
                var whole = object
                whole[member.key] = value
                let place = path.appending(member.key)
                let inner = member.value.mutations(to: value, at: place).map { mutation in
                    var outer = object
                    outer[member.key] = mutation.json
                    return (mutation.path, JSONValue.object(outer))
                }
                return [(place.description, JSONValue.object(whole))] + inner
            }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in
                element.mutations(to: value, at: path.appending(index)).map { mutation in
                    var others = elements
                    others[index] = mutation.json
                    return (mutation.path, JSONValue.array(others))
                }
            }
        case .null, .bool, .number, .string: []
        }
    }
}
