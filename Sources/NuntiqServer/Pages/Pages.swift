import HTTPTypes
import Hummingbird
import NIOCore
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// What all pages share: templates, files, cookies, forms.
struct Pages: Sendable {
    let library: PageLibrary
    let cookies: CookieRules
    let forms: FormGuard
    private let folder: String?
    private let random: @Sendable (Int) -> [UInt8]

    init(_ configuration: ServerConfiguration, secrets: Secrets, environment: RuntimeEnvironment) {
        folder = configuration.assets
        library = PageLibrary(folder: folder)
        cookies = CookieRules(isDevelopment: configuration.isDevelopment)
        forms = FormGuard(secrets: secrets, random: environment.random)
        random = environment.random
    }

    /// What a handler of a page knows of a request; `scope` is what its forms are about.
    func context(_ request: Request, _ call: CallContext, scope: String = "") -> PageContext {
        let known = cookies.value(of: .browser, in: request.headers)
        return PageContext(
            call: call, pages: self, theme: theme(request), browser: known ?? RequestID.make(from: nil, random: random),
            isNewBrowser: known == nil, agent: request.headers[.userAgent] ?? "", isGzipTaken: request.takesGzip,
            scope: scope)
    }

    /// The frame of a page with forms of this browser about `scope`.
    func frame(theme: Theme?, csrf: String) -> PageFrame {
        let site = Site.current(folder: folder)
        return PageFrame(
            theme: theme?.rawValue, csrf: csrf, style: site.path("site.css"), script: site.scripts,
            icons: site.path("icons.svg"), icon: site.path("icon.svg"))
    }

    /// A page as an answer.
    func answer(_ page: some Page, status: HTTPResponse.Status = .ok, isGzipTaken: Bool = false) -> Response {
        let html = library.html(page)
        let isWorthIt = isGzipTaken && html.count >= Gzip.bytesMin && !type(of: page).holdsCredentials
        let gzip = isWorthIt ? Gzip.compress(html) : nil
        var headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: Self.policy, .vary: "Accept-Encoding",
        ]
        if gzip != nil { headers[.contentEncoding] = "gzip" }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: gzip ?? html)))
    }

    /// The choice of light or dark that a request carries.
    func theme(_ request: Request) -> Theme? {
        cookies.value(of: .theme, in: request.headers).flatMap(Theme.init)
    }

    /// Everything is our own and in files; pages load from and send to their own host only, and stand in no frame.
    static let policy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")
}

/// Light or dark, where a person chose.
enum Theme: String, Sendable, Hashable {
    case light, dark
}
