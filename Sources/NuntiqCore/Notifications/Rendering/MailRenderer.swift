import Mustache
import NuntiqModel

/// A mail as its reader sees it.
struct RenderedMail: Sendable, Hashable {
    let subject: String
    let text: String
    let html: String
}

/// Makes mails of their templates in `Assets/mails`: `NAME.html`, and `NAME.txt` whose first line is the subject.
///
/// In a text template a backslash at the end of a line joins it with the next one.
struct MailRenderer: Sendable {
    /// The templates of the program.
    static let shared = MailRenderer(MailTemplates.all)

    private let library: MustacheLibrary

    /// A template that does not parse is a defect of the program.
    private init(_ templates: [String: String]) {
        var library = MustacheLibrary()
        for (name, template) in templates {
            do {
                try Self.register(template.replacing("\\\n", with: ""), named: name, in: &library)
            } catch {
                preconditionFailure("template \(name): \(error)")
            }
        }
        self.library = library
    }

    private static func register(_ template: String, named name: String, in library: inout MustacheLibrary) throws {
        guard template.hasPrefix(subjectMark) else { return try library.register(template, named: name) }
        let lines = template.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        try library.register("\(plain)\(lines[0].dropFirst(subjectMark.count))", named: "\(name).subject")
        try library.register("\(plain)\(lines[1])", named: name)
    }

    private static let subjectMark = "Subject: "
    private static let plain = "{{% CONTENT_TYPE:TEXT}}"

    /// What stands in the head of the mail; needs no secret.
    func subject(of kind: MailKind, _ facts: JSONObject) -> String {
        rendered("\(kind.template).txt.subject", Self.words(facts))
    }

    /// The whole mail: its facts, and the links that were made for it.
    func render(_ kind: MailKind, _ facts: JSONObject, links: [String: String]) -> RenderedMail {
        var words = Self.words(facts).merging(links) { $1 }
        let subject = rendered("\(kind.template).txt.subject", words)
        words["subject"] = subject
        return RenderedMail(
            subject: subject, text: WrappedText.wrap(rendered("\(kind.template).txt", words)),
            html: rendered("\(kind.template).html", words))
    }

    private func rendered(_ template: String, _ words: [String: Any]) -> String {
        guard let text = library.render(words, withTemplate: template) else {
            preconditionFailure("no template \(template)")
        }
        return text
    }

    /// The facts as templates take them: moments in the tenant's zone, its colour in all its uses.
    private static func words(_ facts: JSONObject) -> [String: Any] {
        var words: [String: Any] = [:]
        let time = LocalTime(zone: facts["timezone"]?.string ?? "")
        for member in facts.members {
            words[member.key] = shown(member.value)
            guard moments.contains(member.key), let instant = member.value.string.flatMap({ Instant($0) }) else {
                continue
            }
            words[member.key] = time.deadline(instant)
            words["\(member.key)Clock"] = time.clock(instant)
            words["\(member.key)Day"] = time.day(instant)
        }
        return words.merging(MailColours(facts["colour"]?.string).words) { $1 }
    }

    private static func shown(_ value: JSONValue) -> Any {
        switch value {
        case .null: false
        case .bool(let value): value
        case .number(let number): number.text
        case .string(let text): text
        case .array(let elements): elements.map(shown)
        case .object(let object): object.members.reduce(into: [String: Any]()) { $0[$1.key] = shown($1.value) }
        }
    }

    /// The facts that are moments.
    private static let moments: Set<String> = ["until", "expires", "issued", "lastUsed", "graceUntil"]
}
