import HTTPTypes
import Hummingbird
public import NuntiqCore
public import NuntiqModel

/// - `POST /v1/partner/invoices`: stores an invoice, or with `?dry_run=true` only checks it, needs
///   `SUBMIT_SUPPLIER_INVOICE`
struct SubmissionRoutes: Sendable {
    let submissions: Submissions

    var routes: [Route] {
        [
            .partner(
                .post, "/v1/partner/invoices", needs: .submitSupplierInvoice,
                body: .jsonStream(bytesMax: SubmissionLimits.bodyBytesMax), summary: "Submit an invoice.", use: submit)
        ]
    }

    func submit(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var query = request.queryFields
        let isDryRun = query.bool("dry_run") ?? false
        try query.check()
        let key = try request.idempotencyKey()
        let received = try await receive(request, by: context.principal, isDryRun: isDryRun)
        if isDryRun {
            let checked = try await submissions.check(received, by: context.principal)
            return JSONAnswer(data: .object(checked.wire), headers: headers(key, warning: checked.warningHeader))
        }
        let answer = try await submissions.submit(received, by: context.principal, key: key)
        var headers = headers(key, warning: answer.warningHeader)
        if answer.isReplay { headers[.idempotentReplayed] = "true" }
        return JSONAnswer(data: .object(answer.data), headers: headers)
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

    private func headers(_ key: String?, warning: String?) -> HTTPFields {
        var headers: HTTPFields = [:]
        if let key { headers[.idempotencyKey] = key }
        if let warning { headers[.warning] = "299 - \"\(warning)\"" }
        return headers
    }
}

extension CheckedSubmission {
    /// What a dry run answers: where the invoice would go, and what would be said about it.
    fileprivate var wire: JSONObject {
        var data: JSONObject = [
            "dry_run": true, "workflow": "full_enrichment", "effective_workflow": "full_enrichment",
            "receiving_inbox": .string(receivingInbox), "resolution_path": .string(resolutionPath),
            "pdf_will_be_generated": false,
        ]
        if !warnings.isEmpty { data["warnings"] = .array(warnings.map(\.json)) }
        return data
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
