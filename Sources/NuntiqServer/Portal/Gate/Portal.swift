import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

extension SiteCookie {
    /// What shows that somebody is signed in; the database ends a session earlier.
    static let session = SiteCookie(name: "nuntiq-session", lifetimeSeconds: 86_400)
}

/// What all rooms of the portals share: pages, who is signed in, where hosts are.
struct Portal: Sendable {
    let pages: Pages
    let sessions: Sessions
    let database: any Database
    let workList: WorkList
    let savedViews: SavedViews
    let environment: RuntimeEnvironment
    let address: PortalAddress
    /// The root of the installation's own host, where operators are.
    let home: String

    init(_ app: App) {
        pages = app.pages
        sessions = app.sessions
        database = app.database
        workList = app.workList
        savedViews = SavedViews(database: app.database)
        environment = app.environment
        address = app.configuration.portal
        let api = app.configuration.api
        home = "\(api.scheme)://\(api.authority)"
    }

    /// The tenant whose host was called; the installation on any other host.
    func tenant(of call: CallContext) async throws -> Tenant {
        guard let id = call.hostTenant else { return .installation }
        return try await database.read { tx in try TenantRepository(tx).find(id) } ?? .installation
    }

    /// The header that signs a browser in.
    func field(signingIn opened: OpenedSession) -> HTTPField {
        pages.cookies.field(setting: .session, to: opened.token)
    }

    /// The header that signs it out.
    var fieldSigningOut: HTTPField { pages.cookies.field(clearing: .session) }
}
