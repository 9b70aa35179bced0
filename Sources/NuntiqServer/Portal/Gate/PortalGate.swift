import HTTPTypes
import Hummingbird
import HummingbirdCore
import NuntiqCore
import NuntiqModel

extension Portal {
    /// What the gate says of a request.
    enum Admission: Sendable {
        /// It may pass.
        case admitted(PortalContext)
        /// It is sent elsewhere: to sign in, or to a new password.
        case elsewhere(Response)
    }

    /// Lets in who is signed in on this host and may do at least what `least` may.
    ///
    /// - Throws: ``PortalError/roleMissing(_:)``.
    func admit(_ request: Request, _ call: CallContext, least: Role) async throws -> Admission {
        guard let (token, session) = try await signedIn(request, call) else {
            return .elsewhere(toSignIn(request, call))
        }
        let tenant = try await tenant(of: call)
        let page = pages.context(request, call, scope: token)
        let context = PortalContext(
            page: page, session: session, tenant: tenant, surroundings: try await surroundings(of: tenant, session),
            portal: self, uri: request.uri)
        guard context.allows(least) else { throw PortalError.roleMissing(least) }
        if session.user.mustChangePassword, !request.uri.path.hasPrefix(AccountRoutes.path) {
            return .elsewhere(page.go(to: AccountRoutes.path))
        }
        return .admitted(context)
    }

    /// The session that the browser shows, with its token, if it is one on this host.
    func signedIn(_ request: Request, _ call: CallContext) async throws -> (token: String, session: Session)? {
        let home = call.hostTenant ?? Tenant.installation.id
        guard let token = pages.cookies.value(of: .session, in: request.headers),
            let session = try await session(of: token, on: home, request)
        else { return nil }
        guard call.hostTenant == nil || session.tenant == home else { return nil }
        return (token, session)
    }

    /// A page that looks for news by itself does not keep anybody signed in; a person who uses it does.
    private func session(of token: String, on home: TenantID, _ request: Request) async throws -> Session? {
        request.headers[.secFetchDest] == "empty"
            ? try await sessions.look(token, on: home) : try await sessions.find(token, on: home)
    }

    /// To the page to sign in, and from there back to where the request led, if that was a page.
    func toSignIn(_ request: Request, _ call: CallContext) -> Response {
        let page = pages.context(request, call)
        guard request.method == .get, request.uri.path != "/" else { return page.go(to: SignInRoutes.path) }
        let wanted = LocalPath(request.uri.string).text
        return page.go(to: "\(SignInRoutes.path)?next=\(PercentEncoding.encode(wanted))")
    }
}

/// Why somebody who is signed in gets no page.
enum PortalError: UserFacingError, Hashable {
    /// The role may not do this.
    case roleMissing(Role)
    /// The thing that a page is about is not there.
    case notHere(String)

    var code: String {
        switch self {
        case .roleMissing: "role_missing"
        case .notHere: "not_found"
        }
    }

    var message: String {
        switch self {
        case .roleMissing(.operator): "This is for operators of the installation."
        case .roleMissing(let role): "This needs the role \(role.word) or a higher one."
        case .notHere(let what): "That \(what) is not here."
        }
    }

    var hint: String {
        switch self {
        case .roleMissing: "Ask an administrator of your company."
        case .notHere: "It may belong to another company, or the link is cut off."
        }
    }
}

extension Route {
    /// A page for who is signed in with at least the role `least`; everyone else never reaches `handle`.
    static func portal(
        _ path: String, of portal: Portal, least: Role = .viewer, summary: String,
        use handle: @escaping @Sendable (Request, PortalContext) async throws -> Response
    ) -> Route {
        Route(
            method: .get, path: path, isAbsolute: true, access: .portal(least), body: .none, summary: summary,
            handler: .open { request, call in
                switch try await portal.admit(request, call, least: least) {
                case .elsewhere(let response): return response
                case .admitted(let context): return try await handle(request, context)
                }
            })
    }

    /// A form of such a page, checked to be one of this browser and this session; see ``FormGuard``.
    static func portalForm(
        _ path: String, of portal: Portal, least: Role, summary: String,
        use handle: @escaping @Sendable (Form, PortalContext) async throws -> Response
    ) -> Route {
        Route(
            method: .post, path: path, isAbsolute: true, access: .portal(least), body: .form, summary: summary,
            handler: .open { request, call in
                switch try await portal.admit(request, call, least: least) {
                case .elsewhere(let response): return response
                case .admitted(let context):
                    let form = try await Form(of: request)
                    try context.page.check(form, of: request)
                    return try await handle(form, context)
                }
            })
    }
}
