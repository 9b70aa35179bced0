import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /sign-in?next=`, `POST /sign-in`: by email or login account and password
/// - `POST /sign-out`: ends the session
/// - `GET /admin/enter?token=` on a tenant's host: an operator comes in
struct SignInRoutes: Sendable {
    static let path = "/sign-in"
    static let enterPath = "/admin/enter"

    let portal: Portal
    let signIn: SignIn

    var routes: [Route] {
        [
            .page(Self.path, of: portal.pages, scope: .session, summary: "Sign in.", use: page),
            .form(Self.path, of: portal.pages, scope: .session, summary: "Sign in.", use: enter),
            .open(.get, Self.enterPath, summary: "An operator enters a tenant.", use: follow),
            .form("/sign-out", of: portal.pages, scope: .session, summary: "Sign out.", use: leave),
        ]
    }

    func page(_ request: Request, _ context: PageContext) async throws -> Response {
        let next = LocalPath(request.uri.values["next"]).text
        if try await portal.signedIn(request, context.call) != nil { return context.go(to: next) }
        let tenant = try await portal.tenant(of: context.call)
        return context.show(SignInPage(tenant, next: next, portal, context.frame))
    }

    func enter(_ form: Form, _ context: PageContext) async throws -> Response {
        let tenant = try await portal.tenant(of: context.call)
        let next = LocalPath(form["next"]).text
        do {
            let opened = try await signIn.signIn(
                SignIn.Attempt(
                    name: form["email"], password: form["password"], tenant: tenant.id,
                    address: context.call.address, agent: context.agent))
            let start = tenant.isInstallation && next == "/" ? "/admin" : next
            return context.go(to: start, cookies: [portal.field(signingIn: opened)])
        } catch let error as SignInError {
            var page = SignInPage(tenant, next: next, portal, context.frame)
            page.email = form["email"]
            page.error = error.hint.isEmpty ? error.message : "\(error.message) \(error.hint)"
            return context.show(page, status: ErrorStatus.of(error.code)).waiting(for: error)
        }
    }

    func leave(_ form: Form, _ context: PageContext) async throws -> Response {
        let home = context.call.hostTenant ?? Tenant.installation.id
        guard let session = try await portal.sessions.find(context.scope, on: home) else {
            return context.go(to: Self.path, cookies: [portal.fieldSigningOut])
        }
        try await portal.sessions.end(session)
        guard session.entered == nil else {
            let page = OnwardPage(
                context.frame, heading: "You have left", link: "\(portal.home)/admin", words: "Back to Admin")
            return context.show(page, cookies: [portal.fieldSigningOut]).going(to: page.link)
        }
        return context.go(to: Self.path, cookies: [portal.fieldSigningOut])
    }

    func follow(_ request: Request, _ call: CallContext) async throws -> Response {
        guard let tenant = call.hostTenant else { throw RequestError.routeUnknown(path: request.uri.path) }
        let opened = try await portal.sessions.follow(
            request.uri.values["token"], on: tenant, from: call.address, agent: request.headers[.userAgent] ?? "")
        return portal.pages.context(request, call).go(to: "/partners", cookies: [portal.field(signingIn: opened)])
    }
}

/// The door: one sentence for every failure.
struct SignInPage: Page {
    static let template = "portal/sign-in"

    let frame: PageFrame
    let heading: String
    let host: String
    let next: String
    var email = ""
    var error: String?

    init(_ tenant: Tenant, next: String, _ portal: Portal, _ frame: PageFrame) {
        self.frame = frame
        self.next = next
        heading = tenant.isInstallation ? "Sign in to run Nuntiq" : "Sign in to \(tenant.name)"
        host =
            tenant.isInstallation
            ? "For operators of this installation" : "\(tenant.subdomain).\(portal.address.domain)"
    }
}

/// Leads to another host: after a form no redirect may, by the pages' security policy.
struct OnwardPage: Page {
    static let template = "portal/onward"

    let frame: PageFrame
    let heading: String
    let link: String
    let words: String

    init(_ frame: PageFrame, heading: String, link: String, words: String) {
        (self.frame, self.heading, self.link, self.words) = (frame, heading, link, words)
    }
}

extension Response {
    /// Has the browser go on by itself.
    func going(to address: String) -> Response {
        var response = self
        response.headers.append(HTTPField(name: .refresh, value: "0; url=\(address)"))
        return response
    }

    /// Says when another try makes sense.
    func waiting(for error: SignInError) -> Response {
        guard case .throttled(let until, let now) = error else { return self }
        var response = self
        response.headers[.retryAfter] = String(max(1, (until - now).components.seconds + 1))
        return response
    }
}
