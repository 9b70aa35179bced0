import HTTPTypes
import Hummingbird
import NuntiqModel

/// - `GET /openapi.json`: the description of both APIs, for programs
struct DocumentRoutes: Sendable {
    private let document: ServedPage

    init(app: App) {
        document = ServedPage(contentType: "application/json") { app.openAPI.json.serializedBytes() }
    }

    var routes: [Route] {
        [
            .publicAPI(.get, "/openapi.json", summary: "Get the OpenAPI document.", use: openAPI)
                .described(.openAPI)
        ]
    }

    func openAPI(_ request: Request, _ context: CallContext) -> Response {
        document.response(to: request)
    }
}

extension RouteDescription {
    fileprivate static let openAPI = RouteDescription(
        id: "getOpenAPI",
        section: .document,
        words: "This document: OpenAPI 3.1, the same that `nuntiq openapi` prints. It needs no key.",
        headers: [.ifNoneMatch],
        answers: [
            .json(
                "The document.",
                .object(
                    [
                        .required("openapi", .text("The version of OpenAPI.")),
                        .required("info", .anything()), .required("servers", .anything()),
                        .required("tags", .anything()), .required("paths", .anything()),
                        .required("components", .anything()),
                    ]), headers: [.entityTag],
                example: [
                    "openapi": "3.1.0", "info": [:], "servers": [], "tags": [], "paths": [:], "components": [:],
                ]),
            .notModified,
        ])
}
