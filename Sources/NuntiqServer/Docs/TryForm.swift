import HTTPTypes
import NuntiqModel

/// The fields of a call, which the script sends to this server.
struct TryForm {
    private let call: ReferenceCall

    init(_ call: ReferenceCall) {
        self.call = call
    }

    var html: HTML {
        .element(
            "details", ["class": "try", "hidden": ""],
            .element("summary", [:], "Try it"),
            .element(
                "form",
                ["data-method": call.method, "data-path": call.route.path, "data-key": needsKey ? "yes" : "no"],
                .all(call.pathParameters.map { field($0, place: "path") }),
                .all(call.description.query.map { field($0, place: "query") }),
                .all(call.description.headers.map { field($0, place: "header") }),
                .all(body),
                .element(
                    "p", ["class": "send"], .element("button", ["class": "button primary", "type": "submit"], "Send"),
                    .element("span", ["class": "hint"], HTML(warning))),
                .element("div", ["class": "result", "role": "status"], "")))
    }

    private var needsKey: Bool { call.route.access != .open }

    private var warning: String {
        call.method == "GET" ? "Reads from this server." : "This is no rehearsal: it changes this server."
    }

    private func id(_ name: String) -> String { "\(call.description.id)-\(name)" }

    private func field(_ parameter: Parameter, place: String) -> HTML {
        .element(
            "div", ["class": "field"],
            .element(
                "label", ["for": id(parameter.name)], .element("code", [:], HTML(parameter.name)),
                parameter.isRequired ? .element("span", ["class": "required"], "required") : ""),
            control(parameter, place: place))
    }

    private func control(_ parameter: Parameter, place: String) -> HTML {
        guard let choices = parameter.schema.choices else {
            let isShown = parameter.isRequired && place == "query"
            return .element(
                "input",
                [
                    "id": id(parameter.name), "name": parameter.name, "data-place": place, "autocomplete": "off",
                    "spellcheck": "false", "required": parameter.isRequired ? "" : nil,
                    "value": isShown ? parameter.schema.example?.string : nil,
                    "placeholder": parameter.schema.fallback?.serialized().replacing("\"", with: ""),
                ])
        }
        return .element(
            "select", ["id": id(parameter.name), "name": parameter.name, "data-place": place],
            ([""] + choices).map { .element("option", ["value": $0.isEmpty ? nil : $0], HTML($0)) })
    }

    private var body: [HTML] {
        guard let body = call.description.body else { return [] }
        if body.isMultipart { return body.schema.members.map(part) }
        return [
            .element(
                "div", ["class": "field"], .element("label", ["for": id("body")], "Body"),
                .element(
                    "textarea", ["id": id("body"), "data-place": "body", "rows": "10", "spellcheck": "false"],
                    HTML(body.example == [:] ? "" : PrettyJSON.text(body.example))))
        ]
    }

    private func part(_ member: Member) -> HTML {
        .element(
            "div", ["class": "field"],
            .element("label", ["for": id(member.name)], .element("code", [:], HTML(member.name))),
            .element(
                "input",
                [
                    "id": id(member.name), "name": member.name, "data-place": "part",
                    "type": member.schema.isFile ? "file" : "text", "autocomplete": "off",
                ]))
    }
}

extension Schema {
    /// The words to choose from, where there are such.
    fileprivate var choices: [String]? {
        switch kind {
        case .word(let words): words
        case .truth: ["true", "false"]
        case .text, .whole, .number, .decimal, .constant, .list, .object, .map, .either, .anything: nil
        }
    }
}
