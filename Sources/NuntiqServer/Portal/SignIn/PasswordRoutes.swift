import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /forgotten-password`, `POST /forgotten-password`: has a link sent
/// - `GET /set-password?token=`, `POST /set-password`: the link; looking at it consumes nothing
struct PasswordRoutes: Sendable {
    static let forgottenPath = "/forgotten-password"

    let portal: Portal
    let passwords: Passwords
    let reset: PasswordReset

    var routes: [Route] {
        let pages = portal.pages
        return [
            .page(Self.forgottenPath, of: pages, scope: .session, summary: "Forgotten password.", use: ask),
            .form(Self.forgottenPath, of: pages, scope: .session, summary: "Have a link sent.", use: send),
            .page(PortalAddress.passwordPath, of: pages, scope: .session, summary: "Set a password.", use: page),
            .form(PortalAddress.passwordPath, of: pages, scope: .session, summary: "Set a password.", use: set),
        ]
    }

    func ask(_ request: Request, _ context: PageContext) async throws -> Response {
        let tenant = try await portal.tenant(of: context.call)
        return context.show(ForgottenPage(tenant, context.frame))
    }

    func send(_ form: Form, _ context: PageContext) async throws -> Response {
        let tenant = try await portal.tenant(of: context.call)
        var page = ForgottenPage(tenant, context.frame)
        page.email = trimmed(form["email"])
        guard !page.email.isEmpty else {
            page.error = "Type the email address with which you sign in."
            return context.show(page, status: .unprocessableContent)
        }
        do {
            try await reset.request(page.email, in: tenant.id, from: context.call.address)
        } catch let error as SignInError {
            page.error = error.message
            return context.show(page, status: ErrorStatus.of(error.code)).waiting(for: error)
        }
        page.isSent = true
        return context.show(page)
    }

    func page(_ request: Request, _ context: PageContext) async throws -> Response {
        let (tenant, token) = (try await portal.tenant(of: context.call), request.uri.values["token"])
        do {
            let user = try await passwords.user(of: token, in: tenant.id)
            return context.show(SetPasswordPage(tenant, user, token: token, context.frame))
        } catch SignInError.linkDead {
            return context.show(DeadLinkPage(tenant, context.frame), status: .gone)
        }
    }

    func set(_ form: Form, _ context: PageContext) async throws -> Response {
        let (tenant, token) = (try await portal.tenant(of: context.call), form["token"])
        do {
            let opened = try await passwords.set(
                form["password"], by: token, in: tenant.id, from: context.call.address, agent: context.agent)
            return context.go(to: tenant.isInstallation ? "/admin" : "/", cookies: [portal.field(signingIn: opened)])
        } catch SignInError.linkDead {
            return context.show(DeadLinkPage(tenant, context.frame), status: .gone)
        } catch let error as SignInError {
            let user = try await passwords.user(of: token, in: tenant.id)
            var page = SetPasswordPage(tenant, user, token: token, context.frame)
            page.error = error.message
            return context.show(page, status: .unprocessableContent)
        }
    }
}

/// Asks for the address to which a link is to go; the answer is the same whether or not it is known.
struct ForgottenPage: Page {
    static let template = "portal/forgotten"

    let frame: PageFrame
    let tenant: String
    var email = ""
    var error: String?
    var isSent = false

    init(_ tenant: Tenant, _ frame: PageFrame) {
        self.frame = frame
        self.tenant = tenant.name
    }
}

/// A new password, by a link.
struct SetPasswordPage: Page {
    static let template = "portal/set-password"

    let frame: PageFrame
    let tenant: String
    let heading: String
    let email: String
    let token: String
    let charactersMin = PasswordRules.charactersMin
    var error: String?

    init(_ tenant: Tenant, _ user: User, token: String, _ frame: PageFrame) {
        self.frame = frame
        self.tenant = tenant.name
        heading = user.hasPassword ? "Choose a new password" : "Welcome to \(tenant.name)"
        email = user.email
        self.token = token
    }
}

/// A link that was used before, is over, or is cut off.
struct DeadLinkPage: Page {
    static let template = "portal/dead-link"

    let frame: PageFrame
    let tenant: String
    let isInstallation: Bool

    init(_ tenant: Tenant, _ frame: PageFrame) {
        self.frame = frame
        self.tenant = tenant.name
        isInstallation = tenant.isInstallation
    }
}
