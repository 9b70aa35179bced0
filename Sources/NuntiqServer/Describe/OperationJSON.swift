import HTTPTypes
import NuntiqCore
import NuntiqModel

/// One route as an operation of the document.
struct OperationJSON {
    private let route: Route
    private let description: RouteDescription

    init?(_ route: Route) {
        guard let description = route.description else { return nil }
        self.route = route
        self.description = description
    }

    func json(_ shared: inout SharedSchemas) -> JSONValue {
        var json: JSONObject = [
            "operationId": .string(description.id), "summary": .string(route.summary),
            "description": .string(description.words), "tags": [.string(description.section.title)],
        ]
        let parameters = parameters(&shared)
        if !parameters.isEmpty { json["parameters"] = .array(parameters) }
        json["requestBody"] = body(&shared)
        json["responses"] = .object(responses(&shared))
        json["security"] = route.access.security
        return .object(json)
    }

    private func parameters(_ shared: inout SharedSchemas) -> [JSONValue] {
        let path = route.pathNames.map { Parameter.required($0, Parameter.ofPaths[$0] ?? .text()) }
        let all =
            path.map { ("path", $0) } + description.query.map { ("query", $0) }
            + description.headers.map { ("header", $0) }
        return all.map { place, parameter in
            var json = parameter.json(from: .server, &shared)
            json["name"] = .string(parameter.name)
            json["in"] = .string(place)
            return .object(json)
        }
    }

    private func body(_ shared: inout SharedSchemas) -> JSONValue? {
        guard let body = description.body, let mediaType = route.body.mediaType else { return nil }
        let content: JSONObject = [
            mediaType: ["schema": body.schema.json(from: .caller, &shared), "example": body.example]
        ]
        return ["required": .bool(route.body.isRequired), "content": .object(content)]
    }

    private func responses(_ shared: inout SharedSchemas) -> JSONObject {
        var responses = JSONObject()
        for answer in description.answers { responses[String(answer.status.code)] = answer.json(&shared) }
        for (status, codes) in RouteErrors(route).byStatus {
            responses[String(status.code)] = Self.error(codes, status, &shared)
        }
        return responses
    }

    private static func error(_ codes: [String], _ status: HTTPResponse.Status, _ shared: inout SharedSchemas)
        -> JSONValue
    {
        let schema: JSONValue = [
            "allOf": [
                Schema.error.json(from: .server, &shared),
                ["properties": ["error": ["enum": .array(codes.map(JSONValue.string))]]],
            ]
        ]
        let words = codes.map { "`\($0)`: \(ErrorCatalogue.words($0))" }.joined(separator: "\n\n")
        let headers = AnswerDescription.headers([.requestID] + status.errorHeaders, &shared)
        let response: JSONValue = [
            "description": .string(words), "headers": headers, "content": ["application/json": ["schema": schema]],
        ]
        return shared.keep(response: response, named: status.reasonPhrase.filter(\.isLetter))
    }
}

extension Route {
    /// The names of what varies in the path, in order.
    var pathNames: [String] {
        path.split(separator: "/").filter { $0.first == "{" }.map { String($0.dropFirst().dropLast()) }
    }

    /// Those of them that stand for an id that Nuntiq gave.
    var pathIDs: [String] { pathNames.filter { !Parameter.namesInPaths.contains($0) } }
}

extension Access {
    /// One entry for each way to be let in, with the permissions as roles.
    fileprivate var security: JSONValue {
        switch self {
        case .open, .operators, .development, .portal: []
        case .partner(let permission, _): [["key": .array((permission.map { [.string($0.rawValue)] }) ?? [])]]
        case .customer(let permissions):
            .array(
                permissions.map { ["key": [.string($0.rawValue)]] }
                    + permissions.filter { $0 != .deltaReset }.map {
                        ["job": [.string($0.rawValue)], "customer": []]
                    })
        case .job: [["job": [], "customer": []]]
        }
    }
}

extension Parameter {
    fileprivate func json(from sender: Schema.Sender, _ shared: inout SharedSchemas) -> JSONObject {
        var json: JSONObject = ["schema": schema.saying("").json(from: sender, &shared)]
        json["description"] = .string(schema.words)
        if isRequired { json["required"] = true }
        return json
    }
}

extension AnswerDescription {
    fileprivate func json(_ shared: inout SharedSchemas) -> JSONValue {
        var json: JSONObject = [
            "description": .string(words), "headers": Self.headers([.requestID] + headers, &shared),
        ]
        switch content {
        case .json(let schema, let example):
            json["content"] = [
                "application/json": ["schema": schema.json(from: .server, &shared), "example": example]
            ]
        case .file: json["content"] = ["*/*": ["schema": ["type": "string", "format": "binary"]]]
        case .html: json["content"] = ["text/html": ["schema": ["type": "string"]]]
        case .none: break
        }
        return .object(json)
    }

    fileprivate static func headers(_ headers: [Parameter], _ shared: inout SharedSchemas) -> JSONValue {
        var json = JSONObject()
        for header in headers { json[header.name] = .object(header.json(from: .server, &shared)) }
        return .object(json)
    }
}

extension HTTPResponse.Status {
    /// What an error of this status says in headers.
    fileprivate var errorHeaders: [Parameter] {
        let retry = Parameter.optional("Retry-After", .whole("So many seconds later it is worth another try."))
        switch self {
        case .unauthorized: return [.optional("WWW-Authenticate", .text("How to show a key."))]
        case .tooManyRequests:
            return [
                retry, .optional("RateLimit", .text("What remains of the rate.")),
                .optional("RateLimit-Policy", .text("The rate.")),
            ]
        case .conflict, .serviceUnavailable: return [retry]
        default: return []
        }
    }
}
