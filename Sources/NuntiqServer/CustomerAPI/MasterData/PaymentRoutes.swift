import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/payments`: one payment or several, needs `POST_DATA`
/// - `GET /v1/payments`: a page, needs `READ_DATA`
/// - `GET /v1/invoices/{token}/payments`: those of an invoice, needs `READ_DATA`
struct PaymentRoutes: Sendable {
    let payments: Payments

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/payments", needs: [.postData],
                body: .jsonStream(bytesMax: MasterDataRoutes.bodyBytesMax), summary: "Take in payments.", use: take
            ).described(.paymentTake),
            .customer(
                .get, "/v1/payments", needs: [.readData], summary: "List payments, newest first.", use: list
            ).described(.paymentList),
            .customer(
                .get, "/v1/invoices/{token}/payments", needs: [.readData], summary: "The payments of an invoice.",
                use: ofInvoice
            ).described(.paymentsOfInvoice),
        ]
    }

    func take(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let sent = try PaymentRequest(try await request.json() ?? .null)
        let outcomes = try await payments.take(sent, in: context.tenant, by: context.principal.actor)
        guard !sent.isArray else { return sent.answer(outcomes) }
        switch outcomes.first {
        case .stored(let id)?: return JSONAnswer(["payment_id": id.json])
        case .refused(let error)?: throw error
        case nil: throw RequestError.defect
        }
    }

    func list(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        var query = request.queryFields
        let page = MasterPage(&query)
        let values = query.masterFilter(PaymentShape.filtered)
        try query.check()
        let list = try await payments.list(
            try MasterFilter(values, of: PaymentShape.filtered, noun: "payment"), page: page.number, limit: page.limit,
            in: context.tenant)
        return JSONAnswer(list.wire(page))
    }

    func ofInvoice(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let token = try context.invoiceToken()
        guard let payments = try await payments.list(of: token, in: context.tenant) else {
            throw IntegrationError.notFound
        }
        return JSONAnswer(["payments": .array(payments)])
    }
}

extension PaymentRequest {
    /// 200, or 207 where some were refused.
    fileprivate func answer(_ outcomes: [PaymentOutcome]) -> JSONAnswer {
        let results = zip(externalIDs, outcomes).enumerated().map { index, result in
            var json: JSONObject = [
                "index": .number(JSONNumber(Int64(index))),
                "external_payment_id": result.0.map(JSONValue.string) ?? .null,
            ]
            switch result.1 {
            case .stored(let id):
                json["ok"] = true
                json["payment_id"] = id.json
            case .refused(let error):
                json["ok"] = false
                json["error"] = .string(error.message)
                if !error.details.isEmpty { json["details"] = .array(error.details.map(\.json)) }
            }
            return JSONValue.object(json)
        }
        let areAllStored = outcomes.allSatisfy { if case .stored = $0 { true } else { false } }
        return JSONAnswer(["results": .array(results)], status: areAllStored ? .ok : .multiStatus)
    }
}

extension FieldFault {
    fileprivate var json: JSONValue { ["field": .string(field), "message": .string(message)] }
}

extension HTTPResponse.Status {
    /// Some parts of the request went well, others did not.
    static let multiStatus = HTTPResponse.Status(code: 207, reasonPhrase: "Multi-Status")
}
