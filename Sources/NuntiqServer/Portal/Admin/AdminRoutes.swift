import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// The pages of the operator.
enum AdminTab: String, Sendable, CaseIterable {
    case overview, tenants, work, mail, storage

    /// Where the page is.
    var path: String { self == .overview ? "/admin" : "/admin/\(rawValue)" }

    /// Its name.
    var title: String {
        switch self {
        case .overview: "Overview"
        case .tenants: "Tenants"
        case .work: "Work queue"
        case .mail: "Mail outbox"
        case .storage: "Storage"
        }
    }

    /// All of them, with this one marked.
    var tabs: [Tab] { Self.allCases.map { Tab(path: $0.path, title: $0.title, isCurrent: $0 == self) } }
}

/// - `GET /admin`: what failed first, then health
/// - `GET /admin/tenants`, `GET /admin/tenants/{id}`, `POST /admin/tenants/{id}/enter`: enters one, with a reason
/// - `GET /admin/work`, `POST /admin/work/retry`: what waits and what stopped
/// - `GET /admin/mail`, `POST /admin/mail/retry`: mail that waits or failed
/// - `GET /admin/storage`: rows and files
struct AdminRoutes: Sendable {
    let portal: Portal
    let app: App

    private var operations: Operations { Operations(database: app.database) }
    private var log: MailLog { MailLog(database: app.database) }

    var routes: [Route] {
        [
            page(.overview, overview), page(.tenants, tenants), page(.work, work), page(.mail, mail),
            page(.storage, storage),
            .portal("/admin/tenants/{id}", of: portal, least: .operator, summary: "Enter a tenant.", use: ask),
            form("/admin/tenants/{id}/enter", "Enter a tenant.", enter), form("/admin/work/retry", "Retry.", retryWork),
            form("/admin/mail/retry", "Send again.", retryMail),
        ]
    }

    private func page(
        _ tab: AdminTab, _ handle: @escaping @Sendable (Request, PortalContext) async throws -> Response
    ) -> Route {
        .portal(tab.path, of: portal, least: .operator, summary: "\(tab.title), for operators.", use: handle)
    }

    private func form(
        _ path: String, _ summary: String,
        _ handle: @escaping @Sendable (Form, PortalContext) async throws -> Response
    ) -> Route {
        .portalForm(path, of: portal, least: .operator, summary: summary, use: handle)
    }

    func overview(_ request: Request, _ context: PortalContext) async throws -> Response {
        let health = await HealthView.look(at: app, context)
        let (work, counts) = (try await operations.work(), try await log.openCounts())
        return context.show(OverviewPage(context, health, work, counts, try await operations.tenants()))
    }

    func tenants(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(TenantsPage(context, try await operations.tenants()))
    }

    func work(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(WorkQueuePage(context, try await operations.work(), try await names()))
    }

    func mail(_ request: Request, _ context: PortalContext) async throws -> Response {
        let status = MailStatus(rawValue: context.query("status")) ?? .failed
        return context.show(
            OutboxPage(
                context, try await log.all(at: status, limit: 100), try await log.openCounts(), status,
                try await names()))
    }

    func storage(_ request: Request, _ context: PortalContext) async throws -> Response {
        let files = try await operations.files()
        return context.show(StoragePage(context, app, files: files.count, bytes: files.bytes))
    }

    func ask(_ request: Request, _ context: PortalContext) async throws -> Response {
        var page = TenantsPage(context, try await operations.tenants())
        page.entering = try await entering(context)
        return context.show(page)
    }

    func enter(_ form: Form, _ context: PortalContext) async throws -> Response {
        let tenant = try await entering(context)
        do {
            let token = try await app.sessions.enter(tenant.id, because: form["reason"], by: context.session)
            let link = "\(portal.address.url(of: tenant.subdomain))\(SignInRoutes.enterPath)?token=\(token)"
            let page = OnwardPage(
                context.page.frame, heading: "Entering \(tenant.name)", link: link, words: "Go to \(tenant.name)")
            return context.show(page).going(to: link)
        } catch let error as SignInError {
            var page = TenantsPage(context, try await operations.tenants())
            page.entering = tenant
            page.entering?.reason = form["reason"]
            page.entering?.faults = FormFaults(error, names: ["reason"])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }

    func retryWork(_ form: Form, _ context: PortalContext) async throws -> Response {
        guard let id = Int64(form["id"]), let tenant = Int64(form["tenant"]) else { throw PortalError.notHere("item") }
        try await operations.retry(id, of: TenantID(rawValue: tenant), by: context.actor)
        return context.go(to: AdminTab.work.path, telling: .retried)
    }

    func retryMail(_ form: Form, _ context: PortalContext) async throws -> Response {
        guard let id = Int64(form["id"]), let tenant = Int64(form["tenant"]) else { throw PortalError.notHere("mail") }
        try await log.retry(id, in: TenantID(rawValue: tenant), by: context.actor)
        return context.go(to: AdminTab.mail.path, telling: .retried)
    }

    private func entering(_ context: PortalContext) async throws -> EnteringTenant {
        let id = TenantID(rawValue: try context.id("id"))
        let tenant = try await app.database.read { tx in try TenantRepository(tx).find(id) }
        guard let tenant else { throw PortalError.notHere("tenant") }
        return EnteringTenant(id: tenant.id, name: tenant.name, subdomain: tenant.subdomain)
    }

    /// The tenants' names, by number.
    private func names() async throws -> [Int64: String] {
        let tenants = try await app.database.read { tx in try TenantRepository(tx).all() }
        return Dictionary(uniqueKeysWithValues: tenants.map { ($0.id.rawValue, $0.name) })
    }
}
