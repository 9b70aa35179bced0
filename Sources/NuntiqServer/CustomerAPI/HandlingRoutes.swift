import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/invoices/{token}/hold`, `/reject`, `/cancel`: at once, or 202 while a connector holds the invoice
/// - `POST /v1/invoices/{token}/release`: 96 → where it was held from, 97 → 91
/// - `POST /v1/invoices/{token}/settle`: 95, 97 → 100 with the ERP's id; 95 → 91 when the ERP does not have it
/// - `POST /v1/invoices/{token}/reprocess`: the pipeline runs again
///
/// All need `POST_DOCS` and a reason.
struct HandlingRoutes: Sendable {
    let integration: Integration

    var routes: [Route] {
        [
            route("hold", "Hold an invoice back.") { try await handle(.hold, $0, $1) }.described(.hold),
            route("reject", "Reject an invoice; the supplier is told why.") { try await handle(.reject, $0, $1) }
                .described(.reject),
            route("cancel", "Cancel an invoice.") { try await handle(.cancel, $0, $1) }.described(.cancel),
            route("release", "Release an invoice that is on hold or failed.", use: release).described(.release),
            route("settle", "Settle whether an invoice in doubt is in the ERP.", use: settle).described(.settle),
            route("reprocess", "Run the pipeline again.", use: reprocess).described(.reprocess),
        ]
    }

    private func route(
        _ word: String, _ summary: String,
        use handler: @escaping @Sendable (Request, AuthenticatedContext) async throws -> JSONAnswer
    ) -> Route {
        .customer(
            .post, "/v1/invoices/{token}/\(word)", needs: [.postDocs], body: .json, summary: summary, use: handler)
    }

    private func handle(_ action: HandlingAction, _ request: Request, _ context: AuthenticatedContext) async throws
        -> JSONAnswer
    {
        let token = try context.invoiceToken()
        let body = try await request.handling()
        let change = try await integration.handle(
            action, token, reason: body.reason, version: body.version, by: context.principal)
        return change.handlingAnswer
    }

    func release(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        let body = try await request.handling()
        return try await integration.release(
            token, reason: body.reason, version: body.version, by: context.principal
        ).handlingAnswer
    }

    func reprocess(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        let body = try await request.handling()
        return try await integration.reprocess(
            token, reason: body.reason, version: body.version, by: context.principal
        ).handlingAnswer
    }

    func settle(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        var fields = try await request.fields()
        let body = Handling(&fields)
        let report = fields.settlement()
        try fields.check()
        return try await integration.settle(
            token, as: report, reason: body.reason, version: body.version, by: context.principal
        ).handlingAnswer
    }
}

/// What every call of a person says.
private struct Handling {
    let reason: String
    let version: Int64?

    init(_ body: inout Fields) {
        reason = body.requiredText("reason")
        version = body.int("version", in: 1...Int64.max)
    }
}

extension Request {
    fileprivate func handling() async throws -> Handling {
        var body = try await fields()
        let handling = Handling(&body)
        try body.check()
        return handling
    }
}

extension Fields {
    /// `{in_erp: true, external_id_1, …}`, or `{in_erp: false}`.
    fileprivate mutating func settlement() -> PostingReport? {
        let isPosted = requiredBool("in_erp")
        let first = isPosted ? requiredText("external_id_1", limit: 255) : text("external_id_1", limit: 255)
        let others = [text("external_id_2", limit: 255), text("external_id_3", limit: 255)]
        let messages = (1...3).map { text("external_message_\($0)") }
        return isPosted ? PostingReport(externalIDs: [first] + others, externalMessages: messages) : nil
    }
}

extension StateChange {
    /// 200, or 202 when it waits for the end of the lease.
    fileprivate var handlingAnswer: JSONAnswer {
        var answer = wire
        answer["version"] = .number(JSONNumber(state.version))
        guard let pendingAction, newStatus.isLeased else { return JSONAnswer(.object(answer)) }
        answer["pending_action"] = pendingAction.wire
        return JSONAnswer(.object(answer), status: .accepted)
    }
}
