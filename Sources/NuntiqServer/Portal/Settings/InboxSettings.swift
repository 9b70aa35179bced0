import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /settings/inboxes`, `POST /settings/inboxes`: the receiving inboxes; adds one
struct InboxSettings: Sendable {
    let portal: Portal

    private var inboxes: Inboxes { Inboxes(database: portal.database) }

    var routes: [Route] {
        let path = SettingsTab.inboxes.path
        return [
            .portal(path, of: portal, least: .admin, summary: "Inboxes.", use: list),
            .portalForm(path, of: portal, least: .admin, summary: "Add an inbox.", use: add),
        ]
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(InboxesPage(context, try await inboxes.list(context.tenant.id)))
    }

    func add(_ form: Form, _ context: PortalContext) async throws -> Response {
        let identifiers = form["identifiers"].split { $0 == "," || $0.isNewline }.map { trimmed(String($0)) }
        let wanted = NewInbox(
            address: form["address"], isDefault: form.has("default"),
            externalIdentifiers: identifiers.filter { !$0.isEmpty })
        do {
            _ = try await inboxes.add(wanted, to: context.tenant.id, by: context.actor)
            return context.go(to: SettingsTab.inboxes.path, telling: .added)
        } catch let error as InboxError {
            var page = InboxesPage(context, try await inboxes.list(context.tenant.id))
            (page.address, page.identifiers, page.isDefault) = (form["address"], form["identifiers"], wanted.isDefault)
            page.faults = FormFaults(error, names: ["address"])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }
}

/// The receiving inboxes.
struct InboxesPage: ShellPage {
    static let template = "portal/settings/inboxes"

    /// An inbox.
    struct Row: Sendable {
        let address: String
        let identifiers: String
        let isDefault: Bool
        let since: ShownTime
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.inboxes.tabs
    let rows: [Row]
    var address = ""
    var identifiers = ""
    var isDefault = false
    var faults: FormFaults?

    init(_ context: PortalContext, _ inboxes: [Inbox]) {
        frame = context.page.frame
        shell = context.shell(.inboxes)
        rows = inboxes.map { inbox in
            Row(
                address: inbox.address, identifiers: inbox.externalIdentifiers.joined(separator: ", "),
                isDefault: inbox.isDefault, since: context.shown(inbox.createdAt))
        }
    }
}
