import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /account`: who one is, where one is signed in, another password
/// - `POST /account/password`, `POST /account/sessions`: changes it; ends the other sessions
struct AccountRoutes: Sendable {
    static let path = "/account"

    let portal: Portal
    let passwords: Passwords

    var routes: [Route] {
        let (path, portal) = (Self.path, portal)
        return [
            .portal(path, of: portal, summary: "Your account.", use: show),
            .portalForm("\(path)/password", of: portal, least: .viewer, summary: "Another password.", use: change),
            .portalForm("\(path)/sessions", of: portal, least: .viewer, summary: "End other sessions.", use: end),
        ]
    }

    func show(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(AccountPage(context, try await portal.sessions.list(of: context.user)))
    }

    func change(_ form: Form, _ context: PortalContext) async throws -> Response {
        do {
            try await passwords.change(form["old_password"], to: form["password"], by: context.session)
            return context.go(to: context.user.mustChangePassword ? "/" : Self.path, telling: .saved)
        } catch let error as SignInError {
            var page = AccountPage(context, try await portal.sessions.list(of: context.user))
            page.faults = FormFaults(error, names: ["old_password", "password"])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }

    func end(_ form: Form, _ context: PortalContext) async throws -> Response {
        try await portal.sessions.endOthers(than: context.session)
        return context.go(to: Self.path, telling: .ended)
    }
}

/// What a person sees of its own account.
struct AccountPage: ShellPage {
    static let template = "portal/account"

    /// A browser in which one is signed in.
    struct Place: Sendable {
        let agent: String
        let address: String
        let since: String
        let isThis: Bool
    }

    let frame: PageFrame
    let shell: Shell
    let email: String
    let loginAccount: String
    let role: String
    let groups: String?
    let mustChange: Bool
    let charactersMin = PasswordRules.charactersMin
    let places: [Place]
    let hasOthers: Bool
    var faults: FormFaults?

    init(_ context: PortalContext, _ sessions: [Session]) {
        frame = context.page.frame
        shell = context.shell(.account, title: "Your account")
        let user = context.user
        (email, loginAccount, role) = (user.email, user.loginAccount, user.role.word)
        groups = user.groups.isEmpty ? nil : user.groups.joined(separator: ", ")
        mustChange = user.mustChangePassword
        places = sessions.map { session in
            Place(
                agent: session.agent.isEmpty ? "A browser" : session.agent, address: session.address,
                since: context.shown(session.createdAt).text,
                isThis: session.hash == context.session.hash)
        }
        hasOthers = places.count > 1
    }
}
