import HTTPTypes
import Hummingbird
public import NuntiqCore
public import NuntiqModel
import NuntiqPipeline

/// - `POST /v1/partner/invoices`: stores an invoice, or with `?dry_run=true` only foresees what would become of it,
///   needs `SUBMIT_SUPPLIER_INVOICE`
/// - `POST /v1/invoice-import`: the same for the customer's own programs, needs `POST_DOCS` or
///   `SUBMIT_SUPPLIER_INVOICE`
struct SubmissionRoutes: Sendable {
    let submissions: Submissions
    let dryRun: DryRun

    var routes: [Route] {
        let body = BodyRule.jsonStream(bytesMax: SubmissionLimits.bodyBytesMax)
        return [
            .partner(
                .post, "/v1/partner/invoices", needs: .submitSupplierInvoice, body: body, summary: "Submit an invoice."
            ) { try await submit($0, $1, through: .partnerAPI) }.described(.submit),
            .customer(
                .post, "/v1/invoice-import", needs: [.postDocs, .submitSupplierInvoice], body: body,
                summary: "Import an invoice."
            ) { try await submit($0, $1, through: .invoiceImport) }.described(.importInvoice),
        ]
    }

    func submit(
        _ request: Request, _ context: AuthenticatedContext, through channel: SubmissionChannel
    ) async throws -> JSONAnswer {
        var query = request.queryFields
        let isDryRun = query.bool("dry_run") ?? false
        try query.check()
        let key = try request.idempotencyKey()
        if isDryRun { return try await foresee(request, context, through: channel) }
        let received = try await receive(request, by: context.principal, isDryRun: false)
        let answer = try await submissions.submit(received, by: context.principal, key: key, through: channel)
        var headers = headers(warning: answer.warningHeader)
        if let key { headers[.idempotencyKey] = key }
        if answer.isReplay { headers[.idempotentReplayed] = "true" }
        return JSONAnswer(data: .object(answer.data), headers: headers)
    }

    private func foresee(
        _ request: Request, _ context: AuthenticatedContext, through channel: SubmissionChannel
    ) async throws -> JSONAnswer {
        let received = try await receive(request, by: context.principal, isDryRun: true)
        let forecast = try await dryRun.foresee(received, by: context.principal, through: channel)
        return JSONAnswer(data: .object(forecast.wire), headers: headers(warning: forecast.checked.warningHeader))
    }

    /// Reads the body chunk by chunk, no faster than files are written.
    private func receive(
        _ request: Request, by principal: Principal, isDryRun: Bool
    ) async throws -> ReceivedSubmission {
        let intake = submissions.intake(for: principal, isDryRun: isDryRun)
        do {
            for try await chunk in request.body {
                try chunk.withUnsafeReadableBytes { try intake.feed($0) }
                try await intake.store()
            }
            return try await intake.finish()
        } catch {
            await intake.abandon()
            throw error
        }
    }

    private func headers(warning: String?) -> HTTPFields {
        warning.map { [.warning: "299 - \"\($0)\""] } ?? [:]
    }
}

extension Forecast {
    /// What a dry run answers: where the invoice would go, where it would stand, and why.
    ///
    /// What is not looked for yet is `null` and named in `not_checked`: an empty list would say that nothing was found.
    fileprivate var wire: JSONObject {
        let workflow = JSONValue.string(checked.workflow.rawValue)
        var data: JSONObject = [
            "dry_run": true, "workflow": workflow, "effective_workflow": workflow,
            "receiving_inbox": .string(checked.receivingInbox), "resolution_path": .string(checked.resolutionPath),
            "pdf_will_be_generated": false, "predicted_status": predictedStatus,
            "issues": .array(outcome.issuesForSupplier.map(\.wire)),
            "duplicates": .null, "po_match": .null, "not_checked": ["duplicates", "po_match"],
        ]
        if !checked.warnings.isEmpty { data["warnings"] = .array(checked.warnings.map(\.json)) }
        return data
    }

    private var predictedStatus: JSONValue {
        var past = SupplierPast()
        past.needsFix = outcome.status == .needsReview
        let shown = SupplierStatus(outcome.status, past)
        return [
            "code": .number(JSONNumber(Int64(outcome.status.rawValue))), "status_group": .string(shown.rawValue),
            "status_label": .string(shown.label),
        ]
    }
}

extension SubmissionError: ErrorBody {
    /// What differs under a key that comes again, and what it made first.
    public var members: JSONObject {
        switch self {
        case .keyReused(let reuse):
            [
                "differing_parts": .array(reuse.differingParts.map(JSONValue.string)),
                "invoice_token": reuse.firstInvoice.json, "safe_new_key": .bool(reuse.isNewKeySafe),
            ]
        case .invalid, .malformed, .tooLarge, .attachmentTooLarge, .noDefaultInbox, .keyInFlight: [:]
        }
    }

    /// A twin is answered within seconds.
    public var retryAfterSeconds: Int? {
        switch self {
        case .keyInFlight: 1
        case .invalid, .malformed, .tooLarge, .attachmentTooLarge, .noDefaultInbox, .keyReused: nil
        }
    }
}
