import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /partners`: the accounts, with what their keys and invoices do
/// - `GET /partners/new`, `POST /partners`: makes one
/// - `GET /partners/{id}`: the account in the drawer; `?revoke=` and `?deactivate=` ask before they do
/// - `POST /partners/{id}/…`: invite, addresses, keys/revoke, deactivate
struct PartnerRoom: Sendable {
    static let path = "/partners"

    let portal: Portal
    let app: App

    var partners: Partners { Partners(database: portal.database) }

    var routes: [Route] {
        let path = Self.path
        return [
            .portal(path, of: portal, summary: "Partner accounts.", use: list),
            .portal("\(path)/new", of: portal, least: .admin, summary: "A new partner account.", use: draft),
            .portalForm(path, of: portal, least: .admin, summary: "Make a partner account.", use: create),
            .portal("\(path)/{id}", of: portal, summary: "One partner account.", use: show),
            change("invite", "Send the invitation.", invite),
            change("addresses", "Add an address.", addAddress),
            change("addresses/remove", "Remove an address.", removeAddress),
            change("keys/revoke", "Revoke a key.", revoke),
            change("deactivate", "Deactivate the account.", deactivate),
        ]
    }

    private func change(
        _ verb: String, _ summary: String,
        _ handle: @escaping @Sendable (Form, PortalContext) async throws -> Response
    ) -> Route {
        .portalForm("\(Self.path)/{id}/\(verb)", of: portal, least: .admin, summary: summary, use: handle)
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(try await page(context))
    }

    func draft(_ request: Request, _ context: PortalContext) async throws -> Response {
        var page = try await page(context)
        page.draft = PartnerDraft()
        return context.show(page)
    }

    func show(_ request: Request, _ context: PortalContext) async throws -> Response {
        var page = try await page(context, at: context.id("id"))
        page.drawer = try await drawer(context)
        page.question = try await question(context)
        return context.show(page)
    }

    func create(_ form: Form, _ context: PortalContext) async throws -> Response {
        let draft = PartnerDraft(form)
        do {
            let partner = try await partners.create(draft.wanted, in: context.tenant.id, by: context.actor)
            return context.go(to: "\(Self.path)/\(partner.id)", telling: .made)
        } catch let error as PartnerError {
            var page = try await page(context)
            page.draft = draft.refused(error)
            return context.show(page, status: ErrorStatus.of(error.code))
        }
    }

    func invite(_ form: Form, _ context: PortalContext) async throws -> Response {
        let id = try context.id("id")
        do {
            _ = try await app.supplierAccess.invite(id, in: context.tenant.id, by: context.actor)
            return context.go(to: "\(Self.path)/\(id)", telling: .invited)
        } catch let error as any UserFacingError {
            return try await refused(error, context)
        }
    }

    func addAddress(_ form: Form, _ context: PortalContext) async throws -> Response {
        let id = try context.id("id")
        do {
            _ = try await partners.add(form["email"], to: id, in: context.tenant.id, by: context.actor)
            return context.go(to: "\(Self.path)/\(id)", telling: .added)
        } catch let error as PartnerError {
            return try await refused(error, context, typed: form["email"])
        }
    }

    func removeAddress(_ form: Form, _ context: PortalContext) async throws -> Response {
        let id = try context.id("id")
        _ = try await partners.remove(form["email"], from: id, in: context.tenant.id, by: context.actor)
        return context.go(to: "\(Self.path)/\(id)", telling: .removed)
    }

    func revoke(_ form: Form, _ context: PortalContext) async throws -> Response {
        let id = try context.id("id")
        guard let key = Token(form["key"]),
            try await partners.keys(of: id, in: context.tenant.id).contains(where: { $0.id == key })
        else { throw PortalError.notHere("key") }
        do {
            _ = try await app.keys.revoke(key, in: context.tenant.id, by: context.actor)
        } catch KeyError.unknown {
            return context.go(to: "\(Self.path)/\(id)")  // somebody else was quicker
        }
        return context.go(to: "\(Self.path)/\(id)", telling: .revoked)
    }

    func deactivate(_ form: Form, _ context: PortalContext) async throws -> Response {
        let id = try context.id("id")
        _ = try await partners.deactivate(id, in: context.tenant.id, by: context.actor)
        return context.go(to: "\(Self.path)/\(id)", telling: .deactivated)
    }
}

extension PartnerRoom {
    private func page(_ context: PortalContext, at id: Int64? = nil) async throws -> PartnersPage {
        let words = String(context.query("q").prefix(100))
        let found = try await partners.overview(
            context.tenant.id, words: words, after: String(context.query("after").prefix(400)))
        return PartnersPage(context, found, words: words, at: id)
    }

    private func drawer(_ context: PortalContext) async throws -> PartnerDrawer {
        let (id, tenant) = (try context.id("id"), context.tenant.id)
        return PartnerDrawer(
            context, try await partners.find(String(id), in: tenant), keys: try await partners.keys(of: id, in: tenant),
            invitations: try await app.supplierAccess.invitations(of: id, in: tenant),
            addresses: try await partners.addresses(of: id, in: tenant))
    }

    private func refused(
        _ error: any UserFacingError, _ context: PortalContext, typed: String = ""
    ) async throws -> Response {
        var page = try await page(context, at: context.id("id"))
        page.drawer = try await drawer(context)
        page.drawer?.typed = typed
        page.drawer?.faults = FormFaults(error, names: ["email"])
        return context.show(page, status: ErrorStatus.of(error.code))
    }

    /// What is asked before a key or an account ends.
    private func question(_ context: PortalContext) async throws -> Question? {
        guard context.allows(.admin) else { return nil }
        let id = try context.id("id")
        let path = "\(Self.path)/\(id)"
        if let key = Token(context.query("revoke")),
            let known = try await partners.keys(of: id, in: context.tenant.id).first(where: { $0.id == key }),
            known.revokedAt == nil
        {
            return .revoking(known, context, action: "\(path)/keys/revoke", back: path)
        }
        guard context.query("deactivate") == "yes" else { return nil }
        let partner = try await partners.find(String(id), in: context.tenant.id)
        return partner.isActive ? .deactivating(partner, action: "\(path)/deactivate", back: path) : nil
    }
}

extension Question {
    fileprivate static func revoking(
        _ key: PartnerKeyOverview, _ context: PortalContext, action: String, back: String
    ) -> Question {
        let used = key.lastUsedAt.map { "It was last used \(context.ago($0).text)." } ?? "It was never used."
        return Question(
            title: "Revoke “\(key.label)”?",
            words:
                "\(used) Calls with it are refused from this second on, and so are those with a key that it replaced. "
                + "This cannot be undone; the partner can issue a new key.",
            action: action, hidden: [Hidden(name: "key", value: key.id.description)], sure: "Revoke key",
            harmless: "Keep it", back: back)
    }

    fileprivate static func deactivating(_ partner: Partner, action: String, back: String) -> Question {
        Question(
            title: "Deactivate “\(partner.name)”?",
            words: "All of its keys and links are refused from this second on. Its invoices stay.",
            action: action, sure: "Deactivate account", harmless: "Keep it", back: back)
    }
}
