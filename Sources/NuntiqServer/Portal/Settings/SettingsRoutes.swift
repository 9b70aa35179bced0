import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `GET /settings`: leads to the first page
/// - `GET /settings/templates`: what is captured
struct SettingsRoutes: Sendable {
    let portal: Portal
    let app: App

    var routes: [Route] {
        [
            .portal(SettingsTab.root, of: portal, least: .admin, summary: "Settings.", use: start),
            .portal(
                SettingsTab.templates.path, of: portal, least: .admin, summary: "Templates.", use: templates),
        ]
            + InboxSettings(portal: portal).routes
            + UserSettings(portal: portal, app: app).routes
            + GroupSettings(portal: portal, app: app).routes
            + ApiUserSettings(portal: portal, app: app).routes
            + BrandingSettings(portal: portal, tenants: tenants).routes
            + MailSettingsPages(portal: portal, log: MailLog(database: app.database)).routes
    }

    private var tenants: Tenants {
        Tenants(database: app.database, environment: app.environment, receivingDomain: "")
    }

    func start(_ request: Request, _ context: PortalContext) -> Response {
        context.go(to: SettingsTab.inboxes.path)
    }

    func templates(_ request: Request, _ context: PortalContext) async throws -> Response {
        let tenant = context.tenant.id
        let templates = try await app.database.read { tx in try TemplateRepository(tx).all(tenant) }
        return context.show(TemplatesPage(context, templates))
    }
}

/// What is captured of invoices, template by template.
struct TemplatesPage: ShellPage {
    static let template = "portal/settings/templates"

    /// A field of a template.
    struct Field: Sendable {
        let label: String
        let key: String
        let type: String
        let isMandatory: Bool
    }

    /// A template.
    struct Template: Sendable {
        let name: String
        let version: String
        let header: [Field]
        let lines: [Field]
    }

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.templates.tabs
    let templates: [Template]

    init(_ context: PortalContext, _ templates: [StoredTemplate]) {
        frame = context.page.frame
        shell = context.shell(.templates)
        self.templates = templates.map { template in
            Template(
                name: template.name, version: String(template.version), header: template.fields.header.map(Field.init),
                lines: template.fields.lines.map(Field.init))
        }
    }
}

extension TemplatesPage.Field {
    fileprivate init(_ field: TemplateField) {
        (label, key, type) = (field.label, field.key, field.type.rawValue)
        isMandatory = field.isMandatory
    }
}
