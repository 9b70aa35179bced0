import NuntiqCore
import NuntiqModel
import NuntiqStore

/// What failed first, then health.
struct OverviewPage: ShellPage {
    static let template = "portal/admin/overview"

    /// Something that needs a person.
    struct Failure: Sendable {
        let words: String
        let detail: String
        let path: String
        let verb: String
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = AdminTab.overview.tabs
    let failures: [Failure]
    let isCalm: Bool
    let checks: [HealthView]

    init(
        _ context: PortalContext, _ health: [HealthView], _ work: WorkOverview, _ mails: [MailStatus: Int],
        _ tenants: [TenantOverview]
    ) {
        frame = context.page.frame
        shell = context.shell(.admin, title: "Admin")
        checks = health
        var failures: [Failure] = []
        if !work.parked.isEmpty {
            failures.append(
                Failure(
                    words: "\(work.parked.count) items of work stopped",
                    detail: work.parked.first.map { "\($0.item.kind): \($0.lastError)" } ?? "",
                    path: AdminTab.work.path, verb: "Look"))
        }
        if let count = mails[.failed], count > 0 {
            failures.append(
                Failure(
                    words: "\(count) mails failed", detail: "no mail server took them",
                    path: "\(AdminTab.mail.path)?status=failed", verb: "Look"))
        }
        if let count = mails[.held], count > 0 {
            failures.append(
                Failure(
                    words: "\(count) mails are held", detail: "no mail server is configured (NUNTIQ_SMTP_URL)",
                    path: "\(AdminTab.mail.path)?status=held", verb: "Look"))
        }
        for tenant in tenants where tenant.failed > 0 {
            failures.append(
                Failure(
                    words: "\(tenant.tenant.name)", detail: "\(tenant.failed) invoices failed in the ERP",
                    path: "\(AdminTab.tenants.path)/\(tenant.tenant.id.rawValue)", verb: "Enter"))
        }
        self.failures = failures
        isCalm = failures.isEmpty
    }
}

/// One thing whose health is looked at.
struct HealthView: Sendable {
    let name: String
    let value: String
    let isWell: Bool

    /// Looks at everything that a node needs.
    static func look(at app: App, _ context: PortalContext) async -> [HealthView] {
        let start = app.environment.monotonic()
        let rows = await works { try await app.database.ping() }
        let took = app.environment.monotonic() - start
        let schema = await works {
            let missing = try await Migrator(database: app.database).status().filter { $0.appliedAt == nil }
            guard missing.isEmpty else { throw RequestError.storageUnavailable }
        }
        let files = await works { try await app.installation.blobs.probe() }
        let delay = app.database.writeDelay
        return [
            HealthView(name: "Database", value: rows ? "answers in \(milliseconds(took)) ms" : "away", isWell: rows),
            HealthView(name: "Schema", value: schema ? "up to date" : "behind", isWell: schema),
            HealthView(name: "Files", value: files ? "can be written" : "cannot be written", isWell: files),
            HealthView(
                name: "Waiting to write", value: "\(milliseconds(delay)) ms",
                isWell: delay < app.configuration.writeDelayMax),
            HealthView(
                name: "Worker", value: app.configuration.hasWorker ? "in this node" : "in other nodes", isWell: true),
        ]
    }

    private static func works(_ body: () async throws -> Void) async -> Bool {
        do {
            try await body()
            return true
        } catch {
            return false
        }
    }

    private static func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1_000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}

/// The tenants, and one that is about to be entered.
struct TenantsPage: ShellPage {
    static let template = "portal/admin/tenants"

    /// A tenant.
    struct Row: Sendable {
        let path: String
        let name: String
        let subdomain: String
        let customerNumber: String
        let partners: String
        let users: String
        let invoices: String
        let trouble: String?
        let since: ShownTime
        let isAt: Bool
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = AdminTab.tenants.tabs
    let rows: [Row]
    let isEmpty: Bool
    let panesClass: String
    var entering: EnteringTenant?

    init(_ context: PortalContext, _ tenants: [TenantOverview]) {
        frame = context.page.frame
        shell = context.shell(.admin, title: "Tenants, admin")
        isEmpty = tenants.isEmpty
        let at = context.parameters["id"]
        rows = tenants.map { overview in
            let tenant = overview.tenant
            let trouble = [
                overview.failed > 0 ? "\(overview.failed) failed" : nil,
                overview.parked > 0 ? "\(overview.parked) stopped" : nil,
            ].compactMap { $0 }.joined(separator: ", ")
            return Row(
                path: "\(AdminTab.tenants.path)/\(tenant.id.rawValue)", name: tenant.name, subdomain: tenant.subdomain,
                customerNumber: tenant.customerNumber, partners: String(overview.partners),
                users: String(overview.users), invoices: String(overview.invoices),
                trouble: trouble.isEmpty ? nil : trouble, since: context.shown(tenant.createdAt),
                isAt: String(tenant.id.rawValue) == at)
        }
        panesClass = at.isEmpty ? "panes" : "panes has-drawer"
    }
}

/// A tenant that an operator is about to enter.
struct EnteringTenant: Sendable {
    let id: TenantID
    let name: String
    let subdomain: String
    let path: String
    var reason = ""
    var faults: FormFaults?

    init(id: TenantID, name: String, subdomain: String) {
        (self.id, self.name, self.subdomain) = (id, name, subdomain)
        path = "\(AdminTab.tenants.path)/\(id.rawValue)/enter"
    }
}

/// What waits to be done, and what stopped.
struct WorkQueuePage: ShellPage {
    static let template = "portal/admin/work"

    /// One kind of work.
    struct Kind: Sendable {
        let name: String
        let due: String
        let later: String
        let parked: String
        let isStopped: Bool
        let oldest: String
    }

    /// An item that stopped.
    struct Item: Sendable {
        let id: String
        let tenantID: String
        let tenant: String
        let kind: String
        let attempts: String
        let error: String
        let since: ShownTime
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = AdminTab.work.tabs
    let kinds: [Kind]
    let items: [Item]
    let isIdle: Bool
    let hasItems: Bool

    init(_ context: PortalContext, _ work: WorkOverview, _ names: [Int64: String]) {
        frame = context.page.frame
        shell = context.shell(.admin, title: "Work queue, admin")
        kinds = work.kinds.map { kind in
            Kind(
                name: kind.name, due: String(kind.due), later: String(kind.later), parked: String(kind.parked),
                isStopped: kind.parked > 0,
                oldest: kind.oldestDue.map { PortalContext.words(context.now - $0) } ?? "")
        }
        items = work.parked.map { item in
            let tenant = item.item.tenant.rawValue
            return Item(
                id: String(item.id), tenantID: String(tenant), tenant: names[tenant] ?? "Installation",
                kind: item.item.kind, attempts: String(item.attempts), error: item.lastError,
                since: context.ago(item.parkedAt))
        }
        isIdle = kinds.isEmpty
        hasItems = !items.isEmpty
    }
}

/// Mail of all tenants that waits or failed.
struct OutboxPage: ShellPage {
    static let template = "portal/admin/mail"

    /// A mail with its tenant's number.
    struct Row: Sendable {
        let mail: MailRow
        let tenantID: String
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = AdminTab.mail.tabs
    let statuses: [Tab]
    let rows: [Row]
    let isEmpty: Bool

    init(
        _ context: PortalContext, _ mails: [LoggedMail], _ counts: [MailStatus: Int], _ status: MailStatus,
        _ names: [Int64: String]
    ) {
        frame = context.page.frame
        shell = context.shell(.admin, title: "Mail outbox, admin")
        let path = AdminTab.mail.path
        statuses = MailStatus.allCases.filter { ![.sent, .muted, .lapsed].contains($0) }.map { known in
            let count = counts[known].map { " \($0)" } ?? ""
            return Tab(path: "\(path)?status=\(known.rawValue)", title: known.word + count, isCurrent: known == status)
        }
        rows = mails.map { mail in
            Row(
                mail: MailRow(mail, context, tenant: names[mail.tenant.rawValue] ?? ""),
                tenantID: String(mail.tenant.rawValue))
        }
        isEmpty = mails.isEmpty
    }
}

/// Where rows and files are, and how many files there are.
struct StoragePage: ShellPage {
    static let template = "portal/admin/storage"

    let frame: PageFrame
    let shell: Shell
    let tabs = AdminTab.storage.tabs
    let database: String
    let files: String
    let bytes: String
    let writeDelay: String

    init(_ context: PortalContext, _ app: App, files: Int64, bytes: Int64) {
        frame = context.page.frame
        shell = context.shell(.admin, title: "Storage, admin")
        switch app.database.dialect {
        case .sqlite: database = "SQLite in the data folder, one serving node"
        case .postgres: database = "PostgreSQL, any number of nodes"
        }
        self.files = String(files)
        self.bytes = Self.size(bytes)
        let delay = app.database.writeDelay.components
        writeDelay = "\(delay.seconds * 1_000 + delay.attoseconds / 1_000_000_000_000_000) ms"
    }

    private static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<10_000: "\(bytes) bytes"
        case ..<10_000_000: "\(bytes / 1_000) kB"
        case ..<10_000_000_000: "\(bytes / 1_000_000) MB"
        default: "\(bytes / 1_000_000_000) GB"
        }
    }
}
