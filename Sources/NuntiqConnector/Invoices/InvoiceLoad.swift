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
/// The leases are renewed in the background until their result. The plain loop above loses nothing, but may post an
/// invoice twice if a lease ends while it pushes; ``postOnce(_:reference:find:post:)`` does not.
public struct InvoiceLoad: Sendable {
    let context: JobContext

    /// Works for the run of `context`.
    public init(_ context: JobContext) {
        self.context = context
    }

    private var api: APIClient { context.api }

    /// Claims up to `limit` ready invoices, the longest ready first.
    ///
    /// The same `idempotencyKey` within the leases' length gives the same leases; each call makes one for its own
    /// attempts. `references` holds at most one of each `ext_reference_1` to `5`.
    /// - Throws: ``ArgumentError`` before anything is sent; ``APIError``.
    public func claim(
        limit: Int = 10, leaseLength: Duration = .seconds(300), idempotencyKey: String? = nil,
        references: [Int: String] = [:], modes: [LeaseMode] = [.post]
    ) async throws -> [InvoiceLease] {
        try ArgumentError.check("limit", limit, within: 1...50)
        try ArgumentError.check("leaseLength", Int(leaseLength.components.seconds), within: 60...1_800)
        for number in references.keys { try ArgumentError.check("references", number, within: 1...5) }
        var body: JSONObject = [
            "state": "PendingIntegration", "limit": .number(JSONNumber(Int64(limit))),
            "lease_ttl_seconds": .number(JSONNumber(leaseLength.components.seconds)),
            "modes": .array(modes.map { .string($0.rawValue) }),
        ]
        for (number, text) in references.sorted(by: { $0.key < $1.key }) {
            body["ext_reference_\(number)"] = .string(text)
        }
        let claimedAt = api.environment.monotonic()
        let answer = try await api.post(
            "/v1/invoices/claim", .object(body),
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
    @discardableResult
    public func acknowledge(_ token: String) async throws -> JSONValue {
        try await leaseCall(token, "acknowledge", .object([:]))
    }

    /// Reports that the ERP has posted the invoice; a second time changes nothing.
    ///
    /// - Throws: ``APIError`` with code `already_processed` when it was posted under another id before.
    @discardableResult
    public func succeed(
        _ token: String, externalID: String, message: String? = nil, moreIDs: [String] = [],
        forceOverride: Bool = false
    ) async throws -> JSONValue {
        try ArgumentError.check("moreIDs", moreIDs.count, within: 0...2)
        var body: JSONObject = ["success": true, "external_id_1": .string(externalID)]
        for (offset, id) in moreIDs.enumerated() { body["external_id_\(offset + 2)"] = .string(id) }
        body["external_message_1"] = message.map { .string($0) }
        return try await report(body, of: token, forceOverride)
    }

    /// Reports that the ERP refused the invoice; `code` stays the same for the same reason.
    @discardableResult
    public func fail(
        _ token: String, code: String, message: String, forceOverride: Bool = false
    ) async throws -> JSONValue {
        try await report(
            ["success": false, "failure_code": .string(code), "failure_message": .string(message)], of: token,
            forceOverride)
    }

    /// Gives the lease back, so that another worker has the invoice at once.
    public func giveBack(_ token: String) async throws {
        context.leases.release(token)
        _ = try await api.delete("/v1/invoices/\(escaped(token))/lease", headers: context.leases.proof(of: token))
    }

    /// Renews the lease around `body` and stops it when the lease is lost.
    ///
    /// - Throws: ``LeaseError/lost(invoice:)``, and what `body` throws.
    public func withLease<Value: Sendable>(
        _ lease: InvoiceLease, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                while true {
                    try await context.leases.renew(lease.invoiceToken)
                    try await context.api.environment.sleep(.seconds(15))
                }
            }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }

    /// Every invoice in a state, without locking it, page by page as they are asked for.
    public func all(state: String = "PendingIntegration") -> Pages {
        Pages(api: api, path: "/v1/invoices", query: [("state", state)])
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
        let bytes = try await bytes(of: attachment)
        if let name { try context.workDirectory.check(name) }
        return try context.workDirectory.write(bytes, named: name ?? attachment.fileName)
    }

    private func report(_ body: JSONObject, of token: String, _ forceOverride: Bool) async throws -> JSONValue {
        var body = body
        if forceOverride { body["force_override"] = true }
        let answer = try await leaseCall(token, "integration-result", .object(body))
        context.leases.release(token)
        return answer
    }

    func leaseCall(_ token: String, _ verb: String, _ body: JSONValue) async throws -> JSONValue {
        try await api.repeatable(
            "/v1/invoices/\(escaped(token))/\(verb)", body, headers: context.leases.proof(of: token))
    }
}

/// What a caller asked for that no server need be asked about.
public enum ArgumentError: Error, Sendable, Hashable, CustomStringConvertible {
    /// A number out of its range.
    case outOfRange(name: String, value: Int, range: ClosedRange<Int>)
    /// Text that is not what it must be.
    case unusable(name: String, reason: String)

    /// What is wrong with which argument.
    public var description: String {
        switch self {
        case .outOfRange(let name, let value, let range):
            "\(name) is \(value); it must be from \(range.lowerBound) to \(range.upperBound)."
        case .unusable(let name, let reason): "\(name) \(reason)."
        }
    }

    static func check(_ name: String, _ value: Int, within range: ClosedRange<Int>) throws(ArgumentError) {
        guard range.contains(value) else { throw .outOfRange(name: name, value: value, range: range) }
    }
}
