import HTTPTypes
import Hummingbird

/// What a handler of a page knows of a request beside the request itself, and how it answers.
struct PageContext: Sendable {
    /// What is known of any request.
    let call: CallContext
    let pages: Pages
    let theme: Theme?
    /// The random name of the browser, from its cookie or new.
    let browser: String
    let isNewBrowser: Bool
    /// What the browser calls itself, or empty.
    let agent: String
    let isGzipTaken: Bool
    /// What the forms of the page are about: the session, or empty.
    private(set) var scope: String

    /// What the page struct of this answer carries.
    var frame: PageFrame {
        pages.frame(theme: theme, csrf: pages.forms.token(browser: browser, scope: scope))
    }

    /// The same for a page whose forms are about something else, such as a session that this answer begins.
    func about(_ scope: String) -> PageContext {
        var context = self
        context.scope = scope
        return context
    }

    /// - Throws: ``RequestError/formForeign`` for a form of another browser, or about something else.
    func check(_ form: Form, of request: Request) throws {
        try pages.forms.check(form, of: request, browser: isNewBrowser ? nil : browser, scope: scope)
    }

    /// A page, with the cookies that it brings.
    func show(_ page: some Page, status: HTTPResponse.Status = .ok, cookies: [HTTPField] = []) -> Response {
        var response = pages.answer(page, status: status, isGzipTaken: isGzipTaken)
        let browserCookie = isNewBrowser ? [pages.cookies.field(setting: .browser, to: browser)] : []
        for field in browserCookie + cookies { response.headers.append(field) }
        return response
    }

    /// Sends the browser on to a path of this host, after a form.
    func go(to path: String, cookies: [HTTPField] = []) -> Response {
        var response = Response(status: .seeOther, headers: [.location: LocalPath(path).text])
        for field in cookies { response.headers.append(field) }
        return response
    }
}

/// A path on this host, whatever a form or a query made of it.
struct LocalPath: Sendable, Hashable {
    /// Begins with one slash; `/` for what would lead elsewhere.
    let text: String

    init(_ wanted: String) {
        let isLocal =
            wanted.hasPrefix("/") && !wanted.hasPrefix("//")
            && wanted.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        text = isLocal ? wanted : "/"
    }
}

extension Route {
    /// A page at the root of the host; `scope` reads from its cookies what its forms are about.
    static func page(
        _ path: String, of pages: Pages, scope: SiteCookie? = nil, summary: String,
        use handle: @escaping @Sendable (Request, PageContext) async throws -> Response
    ) -> Route {
        .open(.get, path, summary: summary) { request, call in
            try await handle(request, pages.context(request, call, scope: pages.scope(scope, request)))
        }
    }

    /// A form of a page of this browser, checked to be one; see ``FormGuard``.
    static func form(
        _ path: String, of pages: Pages, scope: SiteCookie? = nil, summary: String,
        use handle: @escaping @Sendable (Form, PageContext) async throws -> Response
    ) -> Route {
        Route(
            method: .post, path: path, isAbsolute: true, access: .open, body: .form, summary: summary,
            handler: .open { request, call in
                let context = pages.context(request, call, scope: pages.scope(scope, request))
                let form = try await Form(of: request)
                try context.check(form, of: request)
                return try await handle(form, context)
            })
    }
}

extension Pages {
    fileprivate func scope(_ cookie: SiteCookie?, _ request: Request) -> String {
        cookie.flatMap { cookies.value(of: $0, in: request.headers) } ?? ""
    }
}
