import HTTPTypes
import NuntiqCore
import NuntiqModel

/// One call in the reference: what it does, what it takes, what it answers, and how it is tried.
struct ReferenceCall {
    let route: Route
    let description: RouteDescription
    let api: APIAddress

    init?(_ route: Route, api: APIAddress) {
        guard let description = route.description else { return nil }
        self.route = route
        self.description = description
        self.api = api
    }

    var section: Section { description.section }

    var method: String { route.method.rawValue }

    /// The values of the path.
    var pathParameters: [Parameter] {
        route.pathNames.map { .required($0, Parameter.ofPaths[$0] ?? .text()) }
    }

    /// Its line in the contents.
    var entry: HTML {
        .element(
            "li", ["data-find": searched],
            .element(
                "a", ["href": "#\(description.id)"], badge,
                .element("span", [:], HTML(title))))
    }

    /// The whole of it.
    var html: HTML {
        .element(
            "article", ["class": "call", "id": description.id, "data-find": searched, "tabindex": "-1"],
            .element(
                "header", [:],
                .element("h3", [:], .element("a", ["href": "#\(description.id)"], HTML(title))),
                .element("p", ["class": "address"], badge, path)),
            .element("div", ["class": "columns"], .element("div", ["class": "told"], told), shown))
    }

    /// The summary without its full stop.
    private var title: String {
        route.summary.last == "." ? String(route.summary.dropLast()) : route.summary
    }

    private var searched: String {
        "\(method) \(route.path) \(title) \(description.id)".lowercased()
    }

    private var badge: HTML {
        .element("span", ["class": "method \(method.lowercased())"], HTML(method))
    }

    private var path: HTML {
        let segments = route.path.split(separator: "/").map { segment -> HTML in
            segment.first == "{" ? .element("var", [:], HTML(String(segment))) : HTML(String(segment))
        }
        return .element("code", [:], .all(segments.flatMap { ["/", .element("wbr"), $0] }))
    }

    private var told: [HTML] {
        description.words.split(separator: "\n\n").map { .element("p", [:], .prose(String($0))) }
            + [.element("p", ["class": "who"], who)]
            + part("Path", pathParameters) + part("Query", description.query) + part("Headers", description.headers)
            + body + [ReferenceAnswers(route, description).html]
    }

    private var who: HTML {
        switch route.access {
        case .job: "For runs of connectors, with their job token and X-Customer-Number."
        case .open, .operators, .development, .portal: "No key is needed."
        case .customer(let permissions):
            .prose("An API user with " + permissions.map { "`\($0.rawValue)`" }.joined(separator: " or ") + ".")
        case .partner(let permission?, _): .prose("A partner's key, or an API user with `\(permission.rawValue)`.")
        case .partner(nil, let inGrace):
            .prose("A partner account's own key\(inGrace ? "" : ", not one in its last hours after a rotation").")
        }
    }

    private func part(_ title: HTML, _ parameters: [Parameter]) -> [HTML] {
        guard !parameters.isEmpty else { return [] }
        let members = parameters.map { Member(name: $0.name, schema: $0.schema, isRequired: $0.isRequired) }
        return [.element("h4", [:], title), MemberList(members).html]
    }

    private var body: [HTML] {
        guard let body = description.body else { return [] }
        let words = route.body.isRequired ? "" : " It may be left out."
        let members = body.schema.members
        let list: HTML = members.isEmpty ? "" : MemberList(members).html
        return [
            .element("h4", [:], "Body"),
            .element("p", ["class": "kind"], .prose("`\(route.body.mediaType ?? "")`, \(size).\(words)")), list,
        ]
    }

    private var size: String {
        let bytes = route.body.bytesMax
        return bytes >= 1 << 20 ? "at most \(bytes >> 20) MiB" : "at most \(bytes >> 10) KiB"
    }

    private var shown: HTML {
        .element(
            "div", ["class": "shown"], CurlExample(self).html, ReferenceAnswers(route, description).example,
            TryForm(self).html)
    }
}
