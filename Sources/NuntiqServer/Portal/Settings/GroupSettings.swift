import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /settings/groups`, `POST /settings/groups`, `POST /settings/groups/remove`: groups lend their role to members
struct GroupSettings: Sendable {
    let portal: Portal
    let app: App

    var routes: [Route] {
        let path = SettingsTab.groups.path
        return [
            .portal(path, of: portal, least: .admin, summary: "Groups.", use: list),
            .portalForm(path, of: portal, least: .admin, summary: "Make a group.", use: create),
            .portalForm("\(path)/remove", of: portal, least: .admin, summary: "Remove a group.", use: remove),
        ]
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(try await page(context))
    }

    func create(_ form: Form, _ context: PortalContext) async throws -> Response {
        let role = Role(rawValue: form["role"]) ?? .viewer
        do {
            try await app.groups.create(
                form["external_code"], name: form["name"], role: role, in: context.tenant.id, by: context.actor)
            return context.go(to: SettingsTab.groups.path, telling: .made)
        } catch let error as UserError {
            var page = try await page(context)
            (page.code, page.name) = (form["external_code"], form["name"])
            page.faults = FormFaults(error, names: ["external_code", "name", "role"])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }

    func remove(_ form: Form, _ context: PortalContext) async throws -> Response {
        do {
            try await app.groups.remove(form["external_code"], in: context.tenant.id, by: context.actor)
            return context.go(to: SettingsTab.groups.path, telling: .removed)
        } catch let error as UserError {
            var page = try await page(context)
            page.faults = FormFaults(error, names: [])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }

    private func page(_ context: PortalContext) async throws -> GroupsPage {
        GroupsPage(context, try await app.groups.list(context.tenant.id))
    }
}

/// The groups of a tenant's users.
struct GroupsPage: ShellPage {
    static let template = "portal/settings/groups"

    /// A group.
    struct Row: Sendable {
        let code: String
        let name: String
        let role: String
        let members: String
        let isEmpty: Bool
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.groups.tabs
    let rows: [Row]
    var code = ""
    var name = ""
    var faults: FormFaults?

    init(_ context: PortalContext, _ groups: [(group: UserGroup, members: Int64)]) {
        frame = context.page.frame
        shell = context.shell(.groups)
        rows = groups.map { group, members in
            Row(
                code: group.externalCode, name: group.name, role: group.role.word, members: String(members),
                isEmpty: members == 0)
        }
    }
}
