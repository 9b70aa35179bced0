import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `GET /invoices/{token}`: one invoice
/// - `POST /invoices/{token}/{verb}`: hold, release, reprocess, reject, cancel, settle, not-posted, reopen, resolve
/// - `GET /invoices/{token}/files/{file}`: a file of it
struct InvoicePageRoutes: Sendable {
    let portal: Portal
    let workList: WorkList
    let integration: Integration
    let invoices: Invoices
    let blobs: any BlobStore

    /// Where an invoice is.
    static func path(_ token: Token) -> String { "\(InvoicesURL.path)/\(token)" }

    var routes: [Route] {
        let path = "\(InvoicesURL.path)/{token}"
        return [
            .portal(path, of: portal, summary: "One invoice.", use: show),
            .portalForm("\(path)/{verb}", of: portal, least: .clerk, summary: "Decide about an invoice.", use: decide),
            .portal("\(path)/files/{file}", of: portal, summary: "A file of an invoice.", use: download),
        ]
    }

    func show(_ request: Request, _ context: PortalContext) async throws -> Response {
        let before = Int64(context.query("before"))
        let dossier = try await dossier(context, before: before)
        var page = InvoicePage(context, dossier, await texts(dossier, context), isLater: before != nil)
        if let verb = InvoiceVerb(rawValue: context.query("ask")),
            InvoiceVerb.possible(dossier, context).contains(verb)
        {
            page.question = InvoiceQuestion(verb, dossier)
        }
        return context.show(page)
    }

    func decide(_ form: Form, _ context: PortalContext) async throws -> Response {
        guard let verb = InvoiceVerb(rawValue: context.parameters["verb"]) else {
            throw RequestError.routeUnknown(path: context.uri.path)
        }
        let token = try context.invoice()
        let wish = InvoiceWish(verb, form)
        guard wish.isWhole else { return try await again(wish, conflict: nil, context) }
        do {
            let told = try await wish.run(on: token, integration, by: context.principal)
            return context.go(to: Self.path(token), telling: told)
        } catch let error as IntegrationError where error != .notFound {
            return try await again(wish, conflict: error, context)
        }
    }

    /// The page once more, with everything that was typed, and what is in the way.
    private func again(_ wish: InvoiceWish, conflict: IntegrationError?, _ context: PortalContext) async throws
        -> Response
    {
        let dossier = try await dossier(context, before: nil)
        var page = InvoicePage(context, dossier, await texts(dossier, context))
        page.question = wish.question(dossier, conflict, TenantCalendar(context))
        return context.show(page, status: conflict.map { ErrorStatus.of($0.code) } ?? .unprocessableContent)
    }

    func download(_ request: Request, _ context: PortalContext) async throws -> Response {
        guard let file = Token(context.parameters["file"]) else { throw IntegrationError.attachmentNotFound }
        let record = try await invoices.attachment(file, for: context.principal)
        guard record.invoice == (try context.invoice()) else { throw IntegrationError.attachmentNotFound }
        let isInline = context.query("inline") == "true" && FileView.isShown(record.contentType)
        let download = FileDownload(file: record, wish: FileDownload.Wish(request, isInline: isInline))
        return try await download.response(from: blobs, of: context.tenant.id)
    }

    private func texts(_ dossier: InvoiceDossier, _ context: PortalContext) async -> FileTexts {
        await FileTexts(dossier.attachments, from: blobs, of: context.tenant.id)
    }

    private func dossier(_ context: PortalContext, before: Int64?) async throws -> InvoiceDossier {
        try await workList.dossier(try context.invoice(), of: context.tenant.id, before: before)
    }
}

extension PortalContext {
    /// The invoice of the path; what is no token is no invoice.
    fileprivate func invoice() throws -> Token {
        guard let token = Token(parameters["token"]) else { throw IntegrationError.notFound }
        return token
    }
}
