import HTTPTypes
import NuntiqModel
import NuntiqTesting

@testable import NuntiqServer

/// A route called as its description's examples say.
struct ExampleCall {
    let route: Route
    let description: RouteDescription

    init?(_ route: Route) {
        guard let description = route.description else { return nil }
        self.route = route
        self.description = description
    }

    var name: String { "\(route.method.rawValue) \(route.path)" }

    var method: TestClient.Method {
        TestClient.Method(rawValue: route.method.rawValue.lowercased()) ?? .get
    }

    /// The path with `value` for whatever varies in it.
    func path(_ value: String = "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55") -> String {
        let segments = route.path.split(separator: "/").map { segment in
            guard segment.first == "{" else { return segment }
            let name = String(segment.dropFirst().dropLast())
            guard Parameter.namesInPaths.contains(name) else { return value[...] }
            return (Parameter.ofPaths[name]?.example?.string ?? name)[...]
        }
        return "/api/" + segments.joined(separator: "/")
    }

    /// The query of all parameters with an example.
    var query: String {
        let pairs = description.query.compactMap { parameter in
            parameter.schema.example?.string.map { "\(parameter.name)=\($0)" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// The body of the example.
    var body: Body? {
        guard let body = description.body else { return nil }
        return body.isMultipart ? .form(body.example) : .json(body.example)
    }

    /// The caller that the route is for.
    func caller(in nuntiq: TestNuntiq) -> TestClient {
        switch route.access {
        case .partner: nuntiq.partnerAPI
        case .customer: nuntiq.customerAPI
        case .job: nuntiq.jobAPI
        case .open, .operators, .development, .portal: nuntiq.stranger
        }
    }

    /// Sends it with one more parameter in the query, which takes the place of the example's, and with more headers.
    func send(
        to nuntiq: TestNuntiq, query more: String = "", headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        let name = more.prefix { $0 != "=" }
        let others = query.dropFirst().split(separator: "&").filter { !$0.hasPrefix("\(name)=") || more.isEmpty }
        let pairs = (others + [more[...]]).filter { !$0.isEmpty }
        let text = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return try await caller(in: nuntiq).call(method, path() + text, body: body, headers: headers)
    }

    /// What the description says is read; a body that a parser of its own reads is left out.
    func described(withBody: Bool) -> Set<ReadLog.Read> {
        let query = description.query.map { ReadLog.Read(place: .query, name: $0.name) }
        let headers = description.headers.map { ReadLog.Read(place: .header, name: $0.name) }
        let body = withBody ? description.body?.schema.paths(under: "") ?? [] : []
        return Set(query + headers + body.map { ReadLog.Read(place: .body, name: $0) })
    }
}

extension Schema {
    /// The path of every member, with `[]` for any index.
    fileprivate func paths(under path: String) -> [String] {
        switch kind {
        case .object(let members):
            members.flatMap { member in
                let own = path.isEmpty ? member.name : "\(path).\(member.name)"
                return [own] + member.schema.paths(under: own)
            }
        case .list(let element, _): element.paths(under: path + "[]")
        case .either(let choices): choices.flatMap { $0.paths(under: path) }
        case .text, .whole, .number, .decimal, .truth, .word, .constant, .map, .anything: []
        }
    }
}

extension Body {
    /// `multipart/form-data` of the members of an object.
    static func form(_ parts: JSONValue) -> Body {
        let boundary = "nuntiq-test"
        let text = (parts.object?.members ?? []).map { part in
            let file = part.key.hasPrefix("file") ? "; filename=\"\(part.key).pdf\"" : ""
            let value = part.value.string ?? part.value.serialized()
            return "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.key)\"\(file)\r\n\r\n\(value)\r\n"
        }
        return .text(text.joined() + "--\(boundary)--\r\n", contentType: "multipart/form-data; boundary=\(boundary)")
    }
}
