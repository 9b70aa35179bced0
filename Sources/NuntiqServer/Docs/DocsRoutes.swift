import HTTPTypes
import Hummingbird

/// - `GET /docs`: the reference of both APIs, for people
/// - `GET /docs/reference.css`, `GET /docs/reference.js`: what it looks like and how it is tried
struct DocsRoutes: Sendable {
    private let page: ServedPage
    private let style: ServedPage
    private let script: ServedPage

    init(app: App) {
        page = ServedPage(contentType: "text/html; charset=utf-8", policy: Self.policy) {
            ReferencePage(app.productRoutes, api: app.configuration.api).html
        }
        style = ServedPage(contentType: "text/css; charset=utf-8") {
            Array((Tokens.css + ReferenceStyle.css).utf8)
        }
        script = ServedPage(contentType: "text/javascript; charset=utf-8") { Array(ReferenceScript.javaScript.utf8) }
    }

    var routes: [Route] {
        [
            .open(.get, "/docs", summary: "The reference of both APIs.") { request, _ in page.response(to: request) },
            .open(.get, "/docs/reference.css", summary: "What it looks like.") { request, _ in
                style.response(to: request)
            },
            .open(.get, "/docs/reference.js", summary: "How it is tried.") { request, _ in
                script.response(to: request)
            },
        ]
    }

    /// Everything is our own and in files; the page calls this server and no other.
    private static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "base-uri 'none'",
        "form-action 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
}
