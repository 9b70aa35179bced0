import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /settings/api-users`, `POST /settings/api-users`: programs of the customer; makes one, its key shown once
/// - `POST /settings/api-users/revoke`: ends one; `?revoke=` asks before
struct ApiUserSettings: Sendable {
    let portal: Portal
    let app: App

    private var users: ApiUsers {
        ApiUsers(database: app.database, environment: app.environment, secrets: app.installation.secrets)
    }

    var routes: [Route] {
        let path = SettingsTab.apiUsers.path
        return [
            .portal(path, of: portal, least: .admin, summary: "API users.", use: list),
            .portalForm(path, of: portal, least: .admin, summary: "Make an API user.", use: create),
            .portalForm("\(path)/revoke", of: portal, least: .admin, summary: "Revoke an API user.", use: revoke),
        ]
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        let known = try await users.list(context.tenant.id)
        var page = ApiUsersPage(context, known)
        if let asked = known.first(where: { String($0.id) == context.query("revoke") && $0.revokedAt == nil }) {
            page.question = Question(
                title: "Revoke “\(asked.name)”?",
                words:
                    "Calls with its key are refused from this second on. This cannot be undone; make another one.",
                action: "\(SettingsTab.apiUsers.path)/revoke",
                hidden: [Question.Hidden(name: "id", value: String(asked.id))], sure: "Revoke key", harmless: "Keep it",
                back: SettingsTab.apiUsers.path)
        }
        return context.show(page)
    }

    func create(_ form: Form, _ context: PortalContext) async throws -> Response {
        let permissions = Set(form.all("permissions").compactMap(Permission.init))
        do {
            let issued = try await users.create(
                form["name"], permissions: permissions, in: context.tenant.id, by: context.actor)
            var page = ApiUsersPage(context, try await users.list(context.tenant.id))
            page.issued = ApiUsersPage.Issued(name: issued.user.name, key: issued.apiKey)
            return context.show(page)
        } catch let error as ApiUserError {
            var page = ApiUsersPage(context, try await users.list(context.tenant.id), chosen: permissions)
            page.name = form["name"]
            page.faults = FormFaults(error, names: ["name", "permissions"])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }

    func revoke(_ form: Form, _ context: PortalContext) async throws -> Response {
        guard Int64(form["id"]) != nil else { throw PortalError.notHere("API user") }
        _ = try await users.revoke(form["id"], in: context.tenant.id, by: context.actor)
        return context.go(to: SettingsTab.apiUsers.path, telling: .revoked)
    }
}

/// The programs of a customer that call its API.
struct ApiUsersPage: ShellPage {
    static let template = "portal/settings/api-users"

    /// An API user.
    struct Row: Sendable {
        let name: String
        let ends: String
        let permissions: String
        let last: ShownTime?
        let isGone: Bool
        let revokePath: String?
    }

    /// A permission to choose.
    struct Choice: Sendable {
        let name: String
        let words: String
        let isChosen: Bool
    }

    /// A key that was just made.
    struct Issued: Sendable {
        let name: String
        let key: String
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.apiUsers.tabs
    let rows: [Row]
    let choices: [Choice]
    var name = ""
    var faults: FormFaults?
    var issued: Issued?
    var question: Question?

    init(_ context: PortalContext, _ users: [ApiUser], chosen: Set<Permission> = []) {
        frame = context.page.frame
        shell = context.shell(.apiUsers)
        let path = SettingsTab.apiUsers.path
        rows = users.sorted { ($0.revokedAt == nil ? 0 : 1, $0.id) < ($1.revokedAt == nil ? 0 : 1, $1.id) }.map {
            user in
            Row(
                name: user.name, ends: "\(user.prefix)…\(user.last4)",
                permissions: user.permissions.map(\.rawValue).sorted().joined(separator: ", "),
                last: user.lastUsedAt.map { context.ago($0) }, isGone: user.revokedAt != nil,
                revokePath: user.revokedAt == nil ? "\(path)?revoke=\(user.id)" : nil)
        }
        choices = Permission.allCases.map {
            Choice(name: $0.rawValue, words: $0.words, isChosen: chosen.contains($0))
        }
    }
}

extension Permission {
    /// What it opens, for who gives it.
    var words: String {
        switch self {
        case .readDocs: "Read invoices, files, messages"
        case .readData: "Read master data, payments, users"
        case .postData: "Write master data and payments"
        case .postUser: "Write users"
        case .lifecycleReadInternal: "Read internal notes"
        case .submitSupplierInvoice: "Submit invoices for suppliers"
        case .deltaRead: "Read delta streams"
        case .deltaWrite: "Begin and end delta streams"
        case .deltaReset: "Set a stream's cursor"
        case .postDocs: "Import, hold, release, reject"
        case .integrateInvoices: "Claim and report results"
        case .lifecycleWrite: "Write messages"
        }
    }
}
