import HTTPTypes
import NuntiqModel

/// A call as a line for the shell, with the example of its description.
struct CurlExample {
    private let call: ReferenceCall

    init(_ call: ReferenceCall) {
        self.call = call
    }

    var html: HTML {
        .element(
            "figure", ["class": "block"],
            .element(
                "figcaption", [:], "curl",
                .element("button", ["class": "button quiet copy", "type": "button", "hidden": ""], "Copy")),
            .element("pre", ["class": "code curl", "tabindex": "0"], .element("code", [:], HTML(text))))
    }

    private var text: String {
        ([head] + headers + body).joined(separator: " \\\n  ")
    }

    private var head: String {
        let segments = call.route.path.split(separator: "/").map { segment in
            segment.first == "{" ? "$" + segment.dropFirst().dropLast().uppercased() : String(segment)
        }
        let query = call.description.query.compactMap { parameter in
            parameter.isRequired || parameter.name == "ext_reference_1" ? parameter.pair : nil
        }
        let url =
            call.api.url + "/" + segments.joined(separator: "/") + (query.isEmpty ? "" : "?")
            + query.joined(separator: "&")
        let method =
            call.method == "GET" || call.description.body != nil && call.method == "POST" ? "" : "-X \(call.method) "
        return "curl \(method)\"\(url)\""
    }

    private var headers: [String] {
        guard call.route.access != .open else { return [] }
        return ["-H \"X-API-Key: $KEY\""]
            + call.description.headers.filter { $0.name == "X-Lease-Token" }.map { "-H \"\($0.name): $LEASE_TOKEN\"" }
    }

    private var body: [String] {
        guard let body = call.description.body, body.example != [:] else { return [] }
        if body.isMultipart {
            return (body.example.object?.members ?? []).map { part in
                let isFile = body.schema.members.first { $0.name == part.key }?.schema.isFile ?? false
                return "-F \"\(part.key)=\(isFile ? "@invoice.pdf" : part.value.string ?? "")\""
            }
        }
        let json = PrettyJSON.text(body.example).replacing("'", with: "'\\''")
        return ["-H \"Content-Type: application/json\"", "-d '\(json)'"]
    }
}

extension Parameter {
    fileprivate var pair: String? {
        schema.example?.string.map { "\(name)=\($0)" }
    }
}

extension Schema {
    /// Whether it is the bytes of a file.
    var isFile: Bool {
        if case .text(let text) = kind { return text.format == "binary" }
        return false
    }
}
