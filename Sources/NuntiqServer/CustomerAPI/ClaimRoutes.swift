import Hummingbird
import NuntiqCore
import NuntiqModel

/// - `POST /v1/invoices/claim`: 90/91 → 92, at most 50 at once, needs `INTEGRATE_INVOICES`
struct ClaimRoutes: Sendable {
    let integration: Integration

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/invoices/claim", needs: [.integrateInvoices], body: .json,
                summary: "Lease invoices that are ready for the ERP.", use: claim
            ).described(.claim)
        ]
    }

    func claim(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let wanted = try ClaimRequest(try await request.fields(), key: try request.idempotencyKey())
        let leases = try await integration.claim(wanted, by: context.principal)
        return JSONAnswer(["leases": .array(leases.map(\.wire))])
    }
}

extension ClaimRequest {
    /// Reads a claim's body, all faults at once.
    fileprivate init(_ body: Fields, key: String?) throws {
        var body = body
        if body.text("state") != StatusGroup.pendingIntegration.rawValue {
            body.fault("state", "Expected \"\(StatusGroup.pendingIntegration.rawValue)\".")
        }
        let limit = body.int("limit", in: Int64(Self.limits.lowerBound)...Int64(Self.limits.upperBound)) ?? 10
        let seconds = body.int("lease_ttl_seconds", in: Self.leaseLengths) ?? 300
        let references = (1...5).map { (number: $0, text: body.text("ext_reference_\($0)")) }
        let modes = body.modes("modes")
        try body.check()
        self.init(
            limit: Int(limit), leaseSeconds: seconds,
            references: Dictionary(uniqueKeysWithValues: references.map { ($0.number, $0.text ?? "") }), modes: modes,
            idempotencyKey: key)
    }
}

extension Fields {
    /// The modes of a claim, by default `["post"]`.
    fileprivate mutating func modes(_ name: String) -> Set<HandoutMode> {
        guard let value = present(name) else { return [.post] }
        let modes = value.array?.map { $0.string.flatMap(HandoutMode.init) } ?? []
        guard !modes.isEmpty, modes.allSatisfy({ $0 != nil }) else {
            fault(name, "Expected a list of post, verify_first or both.")
            return [.post]
        }
        return Set(modes.compactMap(\.self))
    }
}

extension ClaimedLease {
    /// The lease on the wire; the intent stands beside it when there is one to look up.
    fileprivate var wire: JSONValue {
        var lease: JSONObject = [
            "invoice_token": invoice.json, "lease_token": leaseToken.json, "lease_expires_at": expiresAt.json,
            "fence": .number(JSONNumber(fence)), "mode": .string(mode.rawValue),
        ]
        lease["intent"] = intent?.wire
        return .object(lease)
    }
}
