import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /supplier-access/invoices?after=`: what an account sent, what needs it first
/// - `GET /supplier-access/invoices/{token}`: one invoice, what to fix, and what happened
struct SupplierInvoicePages: Sendable {
    static let path = "/supplier-access/invoices"
    private static let pageSize = 25

    let desk: AccessDesk
    let walk: AccessPages
    let invoices: SupplierInvoices
    let letterheads: Letterheads

    var routes: [Route] {
        [
            .page(Self.path, of: walk.pages, scope: .access, summary: "A supplier's own invoices.", use: list),
            .page("\(Self.path)/{token}", of: walk.pages, scope: .access, summary: "One of them.", use: detail),
        ]
    }

    func list(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let (viewer, letterhead) = try await viewer(context) else {
            return try await walk.ask(.invoices, context)
        }
        var filter = SupplierInvoiceFilter()
        filter.before = request.uri.queryParameters["after"].flatMap { Token(String($0)) }
        let page = try await invoices.list(filter, limit: Self.pageSize, for: viewer)
        var rows: [SupplierInvoiceRow] = []
        for item in page.items {
            // the few that need words of their own; the list tells the rest
            let fix = item.status.isToldInFull ? try await invoices.find(item.token, for: viewer).toFix.first : nil
            rows.append(SupplierInvoiceRow(item, fix: fix, letterhead))
        }
        return context.show(
            SupplierInvoicesPage(viewer.name, rows, next: page.next, letterhead, frame: context.frame))
    }

    func detail(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let (viewer, letterhead) = try await viewer(context) else {
            return try await walk.ask(.invoices, context)
        }
        guard let token = Token(context.call.parameters["token"]) else { throw SupplierInvoiceError.notFound }
        let detail = try await invoices.find(token, for: viewer)
        return context.show(SupplierInvoiceDetailPage(viewer.name, detail, letterhead, frame: context.frame))
    }

    private func viewer(_ context: PageContext) async throws -> (Principal, Letterhead)? {
        try desk.limiter.count("pages", from: context.call.address)
        guard let claim = AccessCookie(context.scope)?.claim,
            let viewer = try await desk.access.viewer(claim, in: context.call.hostTenant),
            let letterhead = try await letterheads.find(viewer.tenant)
        else { return nil }
        return (viewer, letterhead)
    }
}
