import HTTPTypes
import Hummingbird
import HummingbirdCore
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// What a handler of a portal's page knows: who is there, whose portal it is, and how it answers.
struct PortalContext: Sendable {
    /// What is known of any page's request.
    let page: PageContext
    /// Who is signed in.
    let session: Session
    /// Whose portal it is; ``Tenant/installation`` on the installation's own host.
    let tenant: Tenant
    /// What the frame of the page shows of the tenant.
    let surroundings: Surroundings
    let portal: Portal
    let uri: URI

    /// The person.
    var user: User { session.user }
    /// The person as events tell it.
    var actor: Actor { session.actor }
    /// The installation's time.
    var now: Instant { portal.environment.now(nil) }
    /// The tenant's clocks.
    var time: LocalTime { LocalTime(zone: tenant.timezone) }
    /// The values of the path's `{names}`.
    var parameters: PathParameters { page.call.parameters }

    /// Whether the person may do what `least` may.
    ///
    /// An operator who entered a tenant looks after it and reads; decisions about invoices are the tenant's own.
    func allows(_ least: Role) -> Bool {
        guard user.role == .operator else { return user.role >= least }
        switch least {
        case .viewer, .admin, .operator: return true
        case .clerk, .approver: return false
        }
    }

    /// A number of the path.
    func id(_ name: String) throws -> Int64 {
        guard let id = Int64(parameters[name]) else { throw RequestError.routeUnknown(path: uri.path) }
        return id
    }

    /// The first value of that name in the query; empty where there is none.
    func query(_ name: String) -> String {
        uri.values[name]
    }

    /// The frame of the portal around a page.
    func shell(_ room: Shell.Room, title: String) -> Shell {
        Shell(self, in: room, title: title)
    }

    /// A page, once.
    func show(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
        self.page.show(page, status: status)
    }

    /// Sends the browser on to a path of this host, after a form; `told` is said there once.
    func go(to path: String, telling told: Told? = nil) -> Response {
        guard let told else { return page.go(to: path) }
        let mark = path.contains("?") ? "&" : "?"
        return page.go(to: "\(path)\(mark)told=\(told.rawValue)")
    }

    /// What the form before this page did.
    var told: String? { Told(rawValue: query("told"))?.words }
}

extension Tenant {
    /// Whether this stands for the installation itself.
    var isInstallation: Bool { id == Tenant.installation.id }
}
