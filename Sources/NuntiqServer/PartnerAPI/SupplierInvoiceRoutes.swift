import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `GET /v1/partner/invoices`: the account's invoices, newest first
/// - `GET /v1/partner/invoices/{invoice_token}`: where one stands and what to fix
/// - `POST /v1/partner/invoices/{invoice_token}/withdraw`: takes one back
///
/// All need `SUBMIT_SUPPLIER_INVOICE`, and know the account's own invoices only.
struct SupplierInvoiceRoutes: Sendable {
    let invoices: SupplierInvoices

    var routes: [Route] {
        [
            .partner(
                .get, "/v1/partner/invoices", needs: .submitSupplierInvoice,
                summary: "List the invoices of this account, newest first.", use: list
            ).described(.supplierList),
            .partner(
                .get, "/v1/partner/invoices/{invoice_token}", needs: .submitSupplierInvoice,
                summary: "Where an invoice stands, and what to fix.", use: status
            ).described(.supplierStatus),
            .partner(
                .post, "/v1/partner/invoices/{invoice_token}/withdraw", needs: .submitSupplierInvoice,
                body: .json(bytesMax: 64 * 1024, optional: true), summary: "Take an invoice back.", use: withdraw
            ).described(.withdraw),
        ]
    }

    func list(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var query = request.queryFields.withoutEmpty
        var filter = SupplierInvoiceFilter()
        filter.number = query.text("invoice_number").map(InvoiceFilter.numberKey)
        filter.since = query.instant("since")
        filter.before = query.supplierCursor()
        let limit = Int(query.int("limit", in: 1...Int64(SupplierInvoices.pageMax)) ?? 50)
        try query.check()
        return JSONAnswer(data: try await invoices.list(filter, limit: limit, for: context.principal).wire)
    }

    func status(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.suppliersInvoiceToken()
        return JSONAnswer(data: try await invoices.find(token, for: context.principal).wire)
    }

    func withdraw(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.suppliersInvoiceToken()
        var body = try await request.fields()
        let reason = body.text("reason").map(trimmed) ?? ""
        try body.check()
        let withdrawal = try await invoices.withdraw(
            token, reason: reason.isEmpty ? "Withdrawn by the supplier." : reason, by: context.principal)
        return JSONAnswer(data: withdrawal.wire)
    }
}

extension Fields {
    /// The token of the last invoice of the page before.
    fileprivate mutating func supplierCursor() -> Token? {
        guard let text = text("cursor") else { return nil }
        let token = Token(text)
        if token == nil { fault("cursor", "Expected the next_cursor of an earlier answer.") }
        return token
    }
}

extension AuthenticatedContext {
    /// The invoice that the path names; what is no token names no invoice.
    fileprivate func suppliersInvoiceToken() throws -> Token {
        guard let token = Token(parameters["invoice_token"]) else {
            throw InvalidFields([FieldFault(field: "invoice_token", message: "Expected the UUID of an invoice.")])
        }
        return token
    }
}
