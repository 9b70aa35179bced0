import NuntiqModel

/// What a value on the wire may be, with one sentence about it; rendered as JSON Schema 2020-12.
///
/// Plain data: a description is written once, next to the routes it is for, and everything else (the document, the
/// reference, the tests of every answer) is made from it.
struct Schema: Sendable {
    /// What kind of value it is.
    indirect enum Kind: Sendable {
        case text(Text)
        case whole(ClosedRange<Int64>?)
        case number
        /// A number, or a text that is one.
        case decimal
        case truth
        /// One of a few texts.
        case word([String])
        case constant(JSONValue)
        case list(of: Schema, counts: ClosedRange<Int>?)
        case object([Member])
        /// An object with any keys.
        case map(of: Schema)
        case either([Schema])
        case anything
    }

    /// What a text is bound to.
    struct Text: Sendable {
        var counts: ClosedRange<Int>?
        var format: String?
        var pattern: String?
        /// Whether a number may stand for its digits.
        var takesNumbers = false
    }

    let kind: Kind
    /// One sentence for the reference; empty where the name says it all.
    var words = ""
    /// The name under which several places share it.
    var name: String?
    /// Whether `null` may stand in its place.
    var isNullable = false
    /// What holds when it is not sent.
    var fallback: JSONValue?
    /// One value that it may be.
    var example: JSONValue?
}

/// A member of an object.
struct Member: Sendable {
    let name: String
    let schema: Schema
    let isRequired: Bool

    /// One that is always there.
    static func required(_ name: String, _ schema: Schema) -> Member {
        Member(name: name, schema: schema, isRequired: true)
    }

    /// One that may be absent; in what a caller sends, `null` says the same.
    static func optional(_ name: String, _ schema: Schema) -> Member {
        Member(name: name, schema: schema, isRequired: false)
    }
}

extension Schema {
    static func text(
        _ words: String = "", counts: ClosedRange<Int>? = nil, format: String? = nil, pattern: String? = nil,
        example: JSONValue? = nil
    ) -> Schema {
        Schema(kind: .text(Text(counts: counts, format: format, pattern: pattern)), words: words, example: example)
    }

    static func whole(
        _ words: String = "", in range: ClosedRange<Int64>? = nil, fallback: JSONValue? = nil,
        example: JSONValue? = nil
    ) -> Schema {
        Schema(kind: .whole(range), words: words, fallback: fallback, example: example)
    }

    static func number(_ words: String = "", example: JSONValue? = nil) -> Schema {
        Schema(kind: .number, words: words, example: example)
    }

    static func decimal(_ words: String = "", example: JSONValue? = nil) -> Schema {
        Schema(kind: .decimal, words: words, example: example)
    }

    static func truth(_ words: String = "", fallback: Bool? = nil) -> Schema {
        Schema(kind: .truth, words: words, fallback: fallback.map(JSONValue.bool))
    }

    static func word(_ choices: [String], _ words: String = "", fallback: JSONValue? = nil) -> Schema {
        Schema(kind: .word(choices), words: words, fallback: fallback)
    }

    static func constant(_ value: JSONValue, _ words: String = "") -> Schema {
        Schema(kind: .constant(value), words: words)
    }

    static func list(of element: Schema, _ words: String = "", counts: ClosedRange<Int>? = nil) -> Schema {
        Schema(kind: .list(of: element, counts: counts), words: words)
    }

    static func object(_ members: [Member], _ words: String = "", named name: String? = nil) -> Schema {
        Schema(kind: .object(members), words: words, name: name)
    }

    static func map(of element: Schema, _ words: String = "") -> Schema {
        Schema(kind: .map(of: element), words: words)
    }

    static func either(_ choices: [Schema], _ words: String = "") -> Schema {
        Schema(kind: .either(choices), words: words)
    }

    static func anything(_ words: String = "") -> Schema {
        Schema(kind: .anything, words: words)
    }

    /// The same, or `null`.
    var orNull: Schema {
        var schema = self
        schema.isNullable = true
        return schema
    }

    /// The same with other words.
    func saying(_ words: String) -> Schema {
        var schema = self
        schema.words = words
        return schema
    }

    /// The members, where it is an object.
    var members: [Member] {
        if case .object(let members) = kind { return members }
        return []
    }
}
