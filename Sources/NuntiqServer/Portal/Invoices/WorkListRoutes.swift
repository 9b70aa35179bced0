import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /invoices`: the work list
/// - `POST /invoices`: the same done with what is selected
struct WorkListRoutes: Sendable {
    let portal: Portal
    let workList: WorkList
    let integration: Integration

    var routes: [Route] {
        [
            .portal(InvoicesURL.path, of: portal, summary: "The work list.", use: list),
            .portalForm(
                InvoicesURL.path, of: portal, least: .clerk, summary: "Hold, release, reprocess or reject.", use: change
            ),
        ]
    }

    func list(_ request: Request, _ context: PortalContext) async throws -> Response {
        context.show(try await page(InvoicesURL(context.uri.values), context))
    }

    func change(_ form: Form, _ context: PortalContext) async throws -> Response {
        let url = InvoicesURL(path: form["return"])
        guard let action = BulkAction(rawValue: form["action"]) else { return context.go(to: url.here) }
        let wish = try await BulkWish(action, form, of: url, workList, context)
        guard !wish.tokens.isEmpty else { return context.go(to: url.here) }
        guard wish.isSure else { return try await ask(wish, url, context) }
        let outcomes = try await integration.bulk(action, wish.tokens, reason: wish.reason, by: context.principal)
        let rows = try await workList.rows(wish.tokens, of: context.tenant.id)
        var page = try await page(url, context)
        page.result = BulkResultView(action, outcomes, rows)
        return context.show(page)
    }

    private func ask(_ wish: BulkWish, _ url: InvoicesURL, _ context: PortalContext) async throws -> Response {
        let rows = try await workList.rows(wish.tokens, of: context.tenant.id)
        guard !rows.isEmpty else { return context.go(to: url.here) }
        var page = try await page(url, context)
        page.question = BulkQuestion(wish, rows, back: url.here)
        return context.show(page, status: wish.fault == nil ? .ok : .unprocessableContent)
    }

    private func page(_ url: InvoicesURL, _ context: PortalContext) async throws -> InvoicesPage {
        let start = TenantCalendar(context).dayStart
        async let choices = workList.choices(url.filter, of: context.tenant.id)
        let page = try await workList.page(url.filter, url.wish, recentSince: start, of: context.tenant.id)
        return InvoicesPage(context, url, page, try await choices)
    }
}

extension InvoicesURL {
    /// The list that a form came from.
    init(path: String) {
        let local = LocalPath(path).text
        guard local.hasPrefix(Self.path), let mark = local.firstIndex(of: "?") else {
            self.init(Form.empty)
            return
        }
        self.init(Form(String(local[local.index(after: mark)...])) ?? Form.empty)
    }
}

extension PortalContext {
    /// Who is signed in, as use cases know callers.
    var principal: Principal {
        var permissions: Set<Permission> = [.readDocs, .readData, .lifecycleReadInternal]
        if allows(.clerk) { permissions.formUnion([.postDocs, .lifecycleWrite]) }
        return Principal(
            id: user.id, tenant: tenant.id, kind: .user(user.role), name: actor.name, permissions: permissions)
    }
}
