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
        let tokens = form.all("token").compactMap { Token($0) }
        guard let action = BulkAction(rawValue: form["action"]), !tokens.isEmpty else {
            return context.go(to: url.here)
        }
        guard let reason = reason(for: action, form, context) else {
            return try await ask(tokens, form, url, context)
        }
        let outcomes = try await integration.bulk(action, tokens, reason: reason, by: context.principal)
        let rows = try await workList.rows(tokens, of: context.tenant.id)
        var page = try await page(url, context)
        page.result = BulkResultView(action, outcomes, rows)
        return context.show(page)
    }

    /// A rejection tells the supplier why, so somebody must have said it; the others name who did it.
    private func reason(for action: BulkAction, _ form: Form, _ context: PortalContext) -> String? {
        let typed = trimmed(form["reason"])
        guard typed.isEmpty else { return String(typed.prefix(4_000)) }
        return action == .reject ? nil : "From the work list"
    }

    private func ask(_ tokens: [Token], _ form: Form, _ url: InvoicesURL, _ context: PortalContext) async throws
        -> Response
    {
        let rows = try await workList.rows(tokens, of: context.tenant.id)
        guard !rows.isEmpty else { return context.go(to: url.here) }
        let fault = form.has("sure") ? "Say why, in a sentence; the supplier reads it." : nil
        var page = try await page(url, context)
        page.question = BulkQuestion(rows, reason: form["reason"], fault: fault, back: url.here)
        return context.show(page, status: fault == nil ? .ok : .unprocessableContent)
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
