import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/invoices/{token}/lease`: heartbeat
/// - `DELETE /v1/invoices/{token}/lease`: give back early
/// - `POST /v1/invoices/{token}/posting-intent`: the push begins
/// - `DELETE /v1/invoices/{token}/posting-intent`: nothing was sent, or the ERP does not have it
/// - `GET /v1/leases`: who holds what
struct LeaseRoutes: Sendable {
    let integration: Integration

    var routes: [Route] {
        let lease = "/v1/invoices/{token}/lease"
        let intent = "/v1/invoices/{token}/posting-intent"
        return [
            .customer(
                .post, lease, needs: [.integrateInvoices], body: .json(bytesMax: 64 * 1024, optional: true),
                summary: "Renew a lease, or take a lapsed one up again.", use: heartbeat
            ).described(.heartbeat),
            .customer(
                .delete, lease, needs: [.integrateInvoices], summary: "Give a lease back early.", use: giveBack
            ).described(.giveBack),
            .customer(
                .post, intent, needs: [.integrateInvoices], body: .json,
                summary: "Say that the push to the ERP begins.", use: placeIntent
            ).described(.placeIntent),
            .customer(
                .delete, intent, needs: [.integrateInvoices],
                summary: "Say that nothing was sent, or that the ERP does not have it.", use: withdrawIntent
            ).described(.withdrawIntent),
            .customer(
                .get, "/v1/leases", needs: [.integrateInvoices], summary: "List who holds what.", use: leases
            ).described(.leases),
        ]
    }

    func heartbeat(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let (token, lease) = (try context.invoiceToken(), try request.leaseToken())
        var body = try await request.fields()
        let seconds = body.int("extend_seconds", in: ClaimRequest.leaseLengths)
        try body.check()
        let change = try await integration.heartbeat(token, extend: seconds, by: context.principal, lease: lease)
        return JSONAnswer(.object(change.leaseWire))
    }

    func giveBack(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let (token, lease) = (try context.invoiceToken(), try request.leaseToken())
        let change = try await integration.giveBack(token, by: context.principal, lease: lease)
        return JSONAnswer(.object(change.wire))
    }

    func placeIntent(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let (token, lease) = (try context.invoiceToken(), try request.leaseToken())
        var body = try await request.fields()
        let intent = IntentRequest(
            erpReference: body.requiredText("erp_reference", limit: 255),
            payloadHash: body.text("payload_hash", limit: 255) ?? "",
            pushSeconds: body.int("push_seconds", in: 1...1_800),
            settleSeconds: body.int("settle_seconds", in: 0...3_600) ?? 60)
        try body.check()
        let change = try await integration.placeIntent(intent, on: token, by: context.principal, lease: lease)
        return JSONAnswer(.object(change.intentWire))
    }

    func withdrawIntent(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let (token, lease) = (try context.invoiceToken(), try request.leaseToken())
        let change = try await integration.withdrawIntent(token, by: context.principal, lease: lease)
        return JSONAnswer(.object(change.leaseWire))
    }

    func leases(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let leases = try await integration.leases(for: context.principal)
        return JSONAnswer(["leases": .array(leases.map(\.wire))])
    }
}

extension StateChange {
    /// The change with the lease that lives on.
    fileprivate var leaseWire: JSONObject {
        var answer = wire
        answer["lease_expires_at"] = state.lease?.endsAt.json
        answer["fence"] = .number(JSONNumber(state.fence))
        return answer
    }

    /// The change with the intent that stands.
    fileprivate var intentWire: JSONObject {
        var answer = leaseWire
        for member in state.intent?.wire.object?.members ?? [] { answer[member.key] = member.value }
        return answer
    }
}

extension LeaseSummary {
    fileprivate var wire: JSONValue {
        [
            "invoice_token": invoice.json, "invoice_id": .number(JSONNumber(invoiceID)),
            "status": .number(JSONNumber(Int64(status.rawValue))), "status_info": status.info,
            "holder_id": .number(JSONNumber(holder)), "holder_name": holderName.map(JSONValue.string) ?? .null,
            "fence": .number(JSONNumber(fence)), "started_at": startedAt.json, "lease_expires_at": endsAt.json,
        ]
    }
}
