public import NuntiqModel

/// Takes invoices out of Nuntiq: claim → read → push → acknowledge → result.
///
/// ```swift
/// let load = InvoiceLoad(context)
/// for lease in try await load.claim(limit: 10) {
///     let invoice = try await load.invoice(lease.invoiceToken)
///     let number = try await erp.post(invoice)
///     try await load.acknowledge(lease.invoiceToken)
///     try await load.succeed(lease.invoiceToken, externalID: number)
/// }
/// ```
/// The leases are renewed in the background until their result, the end of the run, or 30 minutes after the claim. The
/// plain loop above loses nothing, but may post an invoice twice if a lease ends while it pushes;
/// ``postOnce(_:reference:payloadHash:pushTime:settleTime:refusesKnown:find:post:)`` does not.
public struct InvoiceLoad: Sendable {
    let context: JobContext

    /// Works for the run of `context`.
    public init(_ context: JobContext) {
        self.context = context
    }

    private var api: APIClient { context.api }

    /// Claims up to `limit` (1 to 50) ready invoices for 60 to 1,800 seconds, the longest ready first.
    ///
    /// The same `idempotencyKey` within the leases' length gives the same leases; each call makes one for its own
    /// attempts. Give two workers two keys. `references` holds at most one of each `ext_reference_1` to `5`. With
    /// ``LeaseMode/verifyFirst`` among `modes` invoices in doubt are handed out too.
    /// - Throws: ``ArgumentError`` before anything is sent; ``APIError``.
    public func claim(
        limit: Int = 10, leaseLength: Duration = .seconds(300), idempotencyKey: String? = nil,
        references: [Int: String] = [:], modes: [LeaseMode] = [.post]
    ) async throws -> [InvoiceLease] {
        try ArgumentError.check("limit", limit, within: 1...50)
        try ArgumentError.check("leaseLength", Int(leaseLength.components.seconds), within: 60...1_800)
        guard !modes.isEmpty else { throw ArgumentError.unusable(name: "modes", reason: "is empty") }
        let body: JSONObject = [
            "state": "PendingIntegration", "limit": .number(JSONNumber(Int64(limit))),
            "lease_ttl_seconds": .number(JSONNumber(leaseLength.components.seconds)),
            "modes": .array(modes.map { .string($0.rawValue) }),
        ]
        let filters = try ArgumentError.checked(references).map { ($0, JSONValue.string($1)) }
        let claimedAt = api.environment.monotonic()
        let answer = try await api.post(
            "/v1/invoices/claim", .object(filters.reduce(into: body) { $0[$1.0] = $1.1 }),
            headers: ["Idempotency-Key": idempotencyKey ?? api.environment.idempotencyKey()])
        let leases = (answer["leases"]?.array ?? []).compactMap(InvoiceLease.init)
        for lease in leases {
            // A key of the caller's may have been used before: then its leases are older than this call.
            context.leases.add(lease, length: leaseLength, claimedAt: claimedAt, isFresh: idempotencyKey == nil)
        }
        return leases
    }

    /// An invoice with everything that is known of it.
    public func invoice(_ token: String) async throws -> Invoice {
        let path = "/v1/invoices/\(escaped(token))"
        guard let invoice = Invoice(try await api.get(path)) else {
            throw APIError.unexpected(path: path, reason: "it has no invoice")
        }
        return invoice
    }

    /// Says that you have the invoice and are about to post it; a second time changes nothing.
    ///
    /// - Throws: ``LeaseError/lost(invoice:)`` when it is another's by now: stop; ``APIError``.
    @discardableResult
    public func acknowledge(_ token: String) async throws -> JSONValue {
        try await leaseCall(token, "acknowledge", .object([:]))
    }

    /// Reports that the ERP has posted the invoice; a second time changes nothing.
    ///
    /// A success is a fact about the ERP: it is taken also after the lease.
    /// - Throws: ``APIError`` with code `already_processed` when it was posted under another id before.
    @discardableResult
    public func succeed(
        _ token: String, externalID: String, message: String? = nil, moreIDs: [String] = [],
        forceOverride: Bool = false
    ) async throws -> JSONValue {
        let posting = Posting(id: externalID, message: message, moreIDs: moreIDs)
        return try await succeed(token, posting, forceOverride: forceOverride)
    }

    /// Reports a posting with all its ids and messages.
    @discardableResult
    public func succeed(
        _ token: String, _ posting: Posting, forceOverride: Bool = false
    ) async throws -> JSONValue {
        try await report(InvoiceResult.success(token, posting), forceOverride)
    }

    /// Reports that the ERP refused the invoice; `code` stays the same for the same reason.
    @discardableResult
    public func fail(
        _ token: String, code: String, message: String, forceOverride: Bool = false
    ) async throws -> JSONValue {
        try await report(InvoiceResult.failure(token, code: code, message: message), forceOverride)
    }

    /// Gives the lease back, so that another worker has the invoice at once; never after a push that was begun.
    public func giveBack(_ token: String) async throws {
        context.leases.release(token)
        try await leaseDelete(token, "lease")
    }

    /// The bytes of a file of an invoice, at most 50 MB.
    public func bytes(of attachment: InvoiceAttachment) async throws -> [UInt8] {
        try await api.bytes("/v1/attachment/\(escaped(attachment.token))", maximum: 64 << 20)
    }

    /// Writes a file of an invoice into the run's folder, and answers its path.
    ///
    /// Its name is the last part of `name`, or of the name its sender gave; it never leads out of the folder, and
    /// never replaces another file.
    public func save(_ attachment: InvoiceAttachment, as name: String? = nil) async throws -> String {
        if let name { try context.workDirectory.check(name) }
        let bytes = try await bytes(of: attachment)
        return try context.workDirectory.write(bytes, named: name ?? attachment.fileName)
    }

    private func report(_ result: InvoiceResult, _ forceOverride: Bool) async throws -> JSONValue {
        var body = try result.json()
        if forceOverride { body["force_override"] = true }
        let answer = try await leaseCall(result.invoiceToken, "integration-result", .object(body))
        context.leases.release(result.invoiceToken)
        return answer
    }

    /// A call about a leased invoice: all of them may be sent twice, the second changes nothing.
    func leaseCall(_ token: String, _ verb: String, _ body: JSONValue) async throws -> JSONValue {
        try await stoppingWhenLost(token) {
            try await api.repeatable(
                "/v1/invoices/\(escaped(token))/\(verb)", body, headers: context.leases.proof(of: token))
        }
    }

    func leaseDelete(_ token: String, _ noun: String) async throws {
        try await stoppingWhenLost(token) {
            _ = try await api.delete(
                "/v1/invoices/\(escaped(token))/\(noun)", headers: context.leases.proof(of: token))
        }
    }

    private func stoppingWhenLost<Value: Sendable>(
        _ token: String, _ call: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await call()
        } catch let error as APIError where error.isLostLease {
            context.leases.noteLost(token)
            throw LeaseError.lost(invoice: token)
        }
    }
}
