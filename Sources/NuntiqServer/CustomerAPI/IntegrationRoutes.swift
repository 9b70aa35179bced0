import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/invoices/{token}/acknowledge`: 92 → 93, needs `INTEGRATE_INVOICES`
/// - `POST /v1/invoices/{token}/integration-result`: → 100 or 97, needs `INTEGRATE_INVOICES`
struct IntegrationRoutes: Sendable {
    let integration: Integration

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/invoices/{token}/acknowledge", needs: [.integrateInvoices],
                body: .json(bytesMax: 64 * 1024, optional: true),
                summary: "Say that the invoice arrived and will be posted.", use: acknowledge
            ).described(.acknowledge),
            .customer(
                .post, "/v1/invoices/{token}/integration-result", needs: [.integrateInvoices], body: .json,
                summary: "Say whether the ERP took the invoice.", use: report
            ).described(.integrationResult),
        ]
    }

    func acknowledge(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        let lease = try request.leaseToken()
        _ = try await request.jsonObject()
        let answer = try await integration.acknowledge(token, by: context.principal, lease: lease)
        return JSONAnswer(.object(answer.wire))
    }

    func report(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        let lease = try request.leaseToken()
        var query = request.queryFields
        let debug = query.bool("debug") ?? false
        try query.check()
        var body = try await request.fields()
        let result = body.integrationResult()
        try body.check()
        let change = try await integration.report(result, on: token, by: context.principal, lease: lease)
        return JSONAnswer(.object(change.wire(debug: debug)))
    }
}

extension Fields {
    /// The body of a result: a success with the ERP's ids, or a failure.
    mutating func integrationResult() -> IntegrationResult {
        let succeeded = requiredBool("success")
        let force = bool("force_override") ?? false
        let ids = (1...3).map { text("external_id_\($0)", limit: 255) }
        let messages = (1...3).map { text("external_message_\($0)") }
        let failure = FailureReport(code: text("failure_code", limit: 255), message: text("failure_message"))
        if succeeded { return .success(PostingReport(externalIDs: ids, externalMessages: messages), force: force) }
        return .failure(failure, force: force)
    }
}
