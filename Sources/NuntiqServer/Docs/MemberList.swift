import NuntiqModel

/// Names with what they take and mean; what is within them opens below.
struct MemberList {
    private let members: [Member]

    init(_ members: [Member]) {
        self.members = members
    }

    var html: HTML {
        .element("dl", ["class": "members"], members.map(line))
    }

    private func line(_ member: Member) -> HTML {
        .element(
            "div", [:],
            .element(
                "dt", [:], .element("code", [:], HTML(member.name)),
                .element("span", ["class": "kind"], HTML(member.schema.kindWords)),
                member.isRequired ? .element("span", ["class": "required"], "required") : ""),
            .element("dd", [:], words(of: member.schema), inner(member)))
    }

    private func words(of schema: Schema) -> HTML {
        var parts: [HTML] = schema.words.isEmpty ? [] : [.prose(schema.words)]
        if let choices = schema.wordsToChoose, choices.count > 1 {
            let list = choices.map { HTML.element("code", [:], HTML($0)) }
            parts.append(.element("span", ["class": "choices"], list))
        }
        if let fallback = schema.fallback {
            parts.append(
                .element("span", ["class": "default"], "By default ", .element("code", [:], HTML(fallback.spoken)), ".")
            )
        }
        return .all(parts.flatMap { [$0, " "] })
    }

    private func inner(_ member: Member) -> HTML {
        let inner = member.schema.innerMembers
        guard !inner.isEmpty else { return "" }
        return .element(
            "details", ["class": "inner"],
            .element("summary", [:], .prose("Members of `\(member.name)`")), MemberList(inner).html)
    }
}

extension Schema {
    /// What it takes, in a few words.
    var kindWords: String {
        isNullable ? bareKindWords + " or null" : bareKindWords
    }

    private var bareKindWords: String {
        switch kind {
        case .text(let text): text.kindWords
        case .whole(let range): "whole number\(range.map(Self.words) ?? "")"
        case .number: "number"
        case .decimal: "decimal, as a number or a text"
        case .truth: "true or false"
        case .word(let choices): choices.count == 1 ? choices[0] : "one of"
        case .constant(let value): value.spoken
        case .list(let element, let counts): "list of \(element.manyKindWords)\(counts.map(Self.words) ?? "")"
        case .object: "object"
        case .map: "object with any keys"
        case .either(let choices):
            Array(choices.map(\.bareKindWords).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } })
                .joined(separator: " or ")
        case .anything: "anything"
        }
    }

    private var manyKindWords: String {
        switch kind {
        case .object, .map: "objects"
        case .word: "words"
        case .text(let text) where text.counts == nil && text.format == nil: "texts"
        case .number: "numbers"
        case .text, .whole, .decimal, .truth, .constant, .list, .either, .anything: bareKindWords
        }
    }

    /// The words to choose from, of it or of its elements.
    fileprivate var wordsToChoose: [String]? {
        switch kind {
        case .word(let choices): choices
        case .list(let element, _): element.wordsToChoose
        case .text, .whole, .number, .decimal, .truth, .constant, .object, .map, .either, .anything: nil
        }
    }

    private static func words<Bound: BinaryInteger>(_ range: ClosedRange<Bound>) -> String {
        range.upperBound >= 1 << 40 ? "" : ", \(range.lowerBound) to \(range.upperBound)"
    }

    /// The members within it, also of its elements.
    fileprivate var innerMembers: [Member] {
        switch kind {
        case .object(let members): members
        case .list(let element, _): element.innerMembers
        case .either(let choices): choices.flatMap(\.innerMembers)
        case .text, .whole, .number, .decimal, .truth, .word, .constant, .map, .anything: []
        }
    }
}

extension Schema.Text {
    fileprivate var kindWords: String {
        switch format {
        case "uuid": "UUID"
        case "date-time": "instant"
        case "date": "date"
        case "binary": "file"
        default: "text\(bounds)"
        }
    }

    private var bounds: String {
        guard let counts else { return "" }
        return counts.lowerBound > 0
            ? ", \(counts.lowerBound) to \(counts.upperBound) characters" : ", at most \(counts.upperBound) characters"
    }
}

extension JSONValue {
    /// A value as people write it: texts without their quotes.
    fileprivate var spoken: String {
        string ?? serialized()
    }
}
