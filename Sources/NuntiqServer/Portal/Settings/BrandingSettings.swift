import Hummingbird
import NuntiqCore
import NuntiqMail
import NuntiqModel

/// - `GET /settings/branding`, `POST /settings/branding`: how the tenant presents itself to suppliers
struct BrandingSettings: Sendable {
    let portal: Portal
    let tenants: Tenants

    var routes: [Route] {
        let path = SettingsTab.branding.path
        return [
            .portal(path, of: portal, least: .admin, summary: "Branding.", use: show),
            .portalForm(path, of: portal, least: .admin, summary: "Change the branding.", use: save),
        ]
    }

    func show(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(BrandingPage(context, try await tenants.letterhead(of: context.tenant.id)))
    }

    func save(_ form: Form, _ context: PortalContext) async throws -> Response {
        let wanted = Branding(
            displayName: form["display_name"], colour: form["colour"], contact: form["contact_email"])
        do {
            try await tenants.save(wanted, of: context.tenant.id, by: context.actor)
            return context.go(to: SettingsTab.branding.path, telling: .saved)
        } catch let error as TenantError {
            var page = BrandingPage(context, try await tenants.letterhead(of: context.tenant.id))
            (page.displayName, page.colour, page.contact) = (wanted.displayName, wanted.colour, wanted.contact)
            page.faults = FormFaults(error, names: ["display_name", "colour", "contact_email"])
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }
}

/// How a tenant presents itself, with a look at it.
struct BrandingPage: ShellPage {
    static let template = "portal/settings/branding"

    let frame: PageFrame
    let shell: Shell
    let tabs = SettingsTab.branding.tabs
    let shownName: String
    let shownColour: String
    let labelColour: String
    let letter: String
    var displayName: String
    var colour: String
    var contact: String
    var faults: FormFaults?

    init(_ context: PortalContext, _ letterhead: Letterhead) {
        frame = context.page.frame
        shell = context.shell(.branding)
        (shownName, displayName) = (letterhead.name, letterhead.name)
        (shownColour, colour) = (letterhead.colour.text, letterhead.colour.text)
        labelColour = letterhead.colour.label
        letter = letterhead.name.first.map { String($0).uppercased() } ?? ""
        contact = letterhead.contact ?? ""
    }
}
