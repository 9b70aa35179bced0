import HTTPTypes
import NuntiqModel

/// What a call answers: what goes well in full, then the codes that it refuses with.
struct ReferenceAnswers {
    private let route: Route
    private let description: RouteDescription

    init(_ route: Route, _ description: RouteDescription) {
        self.route = route
        self.description = description
    }

    var html: HTML {
        .all([.element("h4", [:], "Answers"), .all(description.answers.map(answer)), refusals])
    }

    /// The first answer with a body.
    var example: HTML {
        for answer in description.answers {
            guard case .json(_, let example) = answer.content else { continue }
            return .element(
                "figure", ["class": "block"],
                .element("figcaption", [:], HTML("Answer \(answer.status.code)")),
                .element(
                    "pre", ["class": "code", "tabindex": "0"], .element("code", [:], HTML(PrettyJSON.text(example)))))
        }
        return ""
    }

    private func answer(_ answer: AnswerDescription) -> HTML {
        let head: [HTML] = [
            .element("span", ["class": "status ok"], HTML(String(answer.status.code))), .prose(answer.words),
        ]
        let inside = members(answer) + headers(answer)
        guard !inside.isEmpty else { return .element("p", ["class": "answer"], head) }
        return .element("details", ["class": "answer"], [.element("summary", [:], head)] + inside)
    }

    private func members(_ answer: AnswerDescription) -> [HTML] {
        guard case .json(let schema, _) = answer.content, !schema.members.isEmpty else { return [] }
        return [MemberList(schema.members).html]
    }

    private func headers(_ answer: AnswerDescription) -> [HTML] {
        guard !answer.headers.isEmpty else { return [] }
        let members = answer.headers.map { Member(name: $0.name, schema: $0.schema, isRequired: false) }
        return [.element("h5", [:], "Headers"), MemberList(members).html]
    }

    private var refusals: HTML {
        let own = Set(description.errors).sorted { (ErrorStatus.of($0).code, $0) < (ErrorStatus.of($1).code, $1) }
        let lines = own.map { code in
            HTML.element(
                "div", [:],
                .element(
                    "dt", [:], .element("span", ["class": "status"], HTML(String(ErrorStatus.of(code).code))),
                    .element("code", [:], HTML(code))),
                .element("dd", [:], .prose(ErrorCatalogue.words(code))))
        }
        let general = RouteErrors(route).byStatus.map { String($0.status.code) }.joined(separator: ", ")
        return .all([
            lines.isEmpty ? "" : .element("dl", ["class": "refusals"], lines),
            .element(
                "p", ["class": "kind"], HTML("All statuses of refusals: \(general). "),
                .element("a", ["href": "#errors"], "What the codes mean")),
        ])
    }
}

/// JSON with a line for each member, as people like to read it.
enum PrettyJSON {
    static func text(_ value: JSONValue, indent: String = "") -> String {
        let deeper = indent + "  "
        switch value {
        case .object(let object) where !object.isEmpty:
            let lines = object.members.map {
                "\(deeper)\(JSONValue.string($0.key).serialized()): \(text($0.value, indent: deeper))"
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(indent)}"
        case .array(let elements) where !elements.isEmpty:
            let lines = elements.map { deeper + text($0, indent: deeper) }
            return "[\n\(lines.joined(separator: ",\n"))\n\(indent)]"
        case .null, .bool, .number, .string, .array, .object: return value.serialized()
        }
    }
}
