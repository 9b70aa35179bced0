import HTTPTypes
public import NuntiqModel

/// The OpenAPI 3.1 document of both APIs, made from the list of routes.
public struct OpenAPIDocument: Sendable {
    /// The document.
    public let json: JSONValue

    /// Describes the routes below the API root; one without a description is left out, and a test tells.
    init(_ routes: [Route], api: APIAddress) {
        var shared = SharedSchemas()
        let described = routes.filter { !$0.isAbsolute && $0.description != nil }
        let paths = Self.paths(described, &shared)
        _ = Schema.error.json(from: .server, &shared)
        json = [
            "openapi": "3.1.0",
            "info": Self.info,
            "servers": [["url": .string(api.url)]],
            "tags": Self.tags(described),
            "paths": .object(paths),
            "components": [
                "schemas": shared.json,
                "responses": shared.responsesJSON,
                "securitySchemes": [
                    "key": [
                        "type": "apiKey", "in": "header", "name": "X-API-Key",
                        "description": "A partner account's key, or an API user's.",
                    ],
                    "job": [
                        "type": "http", "scheme": "bearer",
                        "description": "The job token of a connector's run; with the customer number of its tenant.",
                    ],
                    "customer": [
                        "type": "apiKey", "in": "header", "name": "X-Customer-Number",
                        "description": "The customer number of the tenant, beside a job token.",
                    ],
                ],
            ],
        ]
    }

    /// The version of both APIs as they stand in the paths.
    static let version = "1.0.0"

    private static let info: JSONValue = [
        "title": "Nuntiq API",
        "version": .string(version),
        "description": .string(words),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
    ]

    private static let onAnyPath = RouteErrors.ofNoRoute.map { "`\($0)` (\(ErrorStatus.of($0).code))" }
        .joined(separator: ", ")

    private static let words = """
        Suppliers' systems submit invoices by the partner API; connectors and the customer's own systems take them on \
        by the customer API. Every answer carries `X-Request-Id`; every error has the one form `Error`, with a stable \
        code. On any path: \(onAnyPath). Amounts are exact decimals, instants are UTC with microseconds, \
        dates are `YYYY-MM-DD`. Wherever a token is taken, its 26 characters in Crockford's base 32 are taken too.
        """

    private static func tags(_ routes: [Route]) -> JSONValue {
        let used = Set(routes.compactMap { $0.description?.section })
        return .array(
            Section.allCases.filter(used.contains).map {
                ["name": .string($0.title), "description": .string($0.words)]
            })
    }

    private static func paths(_ routes: [Route], _ shared: inout SharedSchemas) -> JSONObject {
        var paths = JSONObject()
        for route in routes {
            var item = paths[route.path]?.object ?? JSONObject()
            item[route.method.rawValue.lowercased()] = OperationJSON(route)?.json(&shared)
            paths[route.path] = .object(item)
        }
        return paths
    }
}

extension App {
    /// The OpenAPI document of this node's routes.
    public var openAPI: OpenAPIDocument {
        OpenAPIDocument(productRoutes, api: configuration.api)
    }
}
