import NuntiqModel

/// A posting that the ERP has.
public struct Posting: Sendable, Hashable {
    /// What the ERP calls it.
    public let id: String
    /// What the ERP said.
    public let message: String?

    /// Names a posting.
    public init(id: String, message: String? = nil) {
        self.id = id
        self.message = message
    }
}

/// Thrown by a push when the ERP said no and has posted nothing: the invoice goes to 97 with this code.
public struct PostingRefused: Error, Sendable, Hashable {
    /// Stays the same for the same reason.
    public let code: String
    /// For people.
    public let message: String

    /// Makes a refusal.
    public init(code: String, message: String) {
        self.code = code
        self.message = message
    }
}

/// How ``InvoiceLoad/postOnce(_:reference:payloadHash:pushTime:settleTime:find:post:)`` ended.
public enum PostOutcome: Sendable, Hashable {
    /// It was posted now.
    case posted(Posting)
    /// An earlier worker had posted it.
    case foundPosted(Posting)
    /// The ERP refused it.
    case refused(PostingRefused)
}

extension InvoiceLoad {
    /// Posts an invoice at most once, whatever dies on the way.
    ///
    /// 1. In mode ``LeaseMode/verifyFirst`` the earlier worker's reference is looked up by `find`; what is there is
    ///    reported, nothing is posted.
    /// 2. Nuntiq is told what is about to be posted, and answers how long the push may take.
    /// 3. `post` pushes within that time; it gets what is left of it.
    /// 4. Acknowledge and result.
    ///
    /// Any other error of `post` than ``PostingRefused`` leaves it unknown whether the ERP has the invoice: the lease
    /// is given back, and the next worker looks first. `reference` must depend on the invoice alone. What this promises
    /// depends on the ERP: never twice if it refuses a reference it has; if it can only be asked, never twice after a
    /// kill.
    /// - Throws: ``LeaseError``, ``APIError``, what `find` and `post` throw.
    @discardableResult
    public func postOnce(
        _ lease: InvoiceLease, reference: String, payloadHash: String = "", pushTime: Duration = .seconds(60),
        settleTime: Duration = .seconds(60), find: @Sendable (_ reference: String) async throws -> Posting?,
        post: @escaping @Sendable (_ reference: String, _ timeLeft: Duration) async throws -> Posting
    ) async throws -> PostOutcome {
        let invoice = lease.invoiceToken
        if lease.mode == .verifyFirst, let intent = lease.intent {
            if let posting = try await find(intent.reference) {
                try await settle(invoice, posting)
                return .foundPosted(posting)
            }
            try await withdrawIntent(invoice)
        }
        let push = try await announce(lease, reference, payloadHash, pushTime, settleTime)
        do {
            let posting = try await run(post, reference, until: push, invoice)
            try await settle(invoice, posting)
            return .posted(posting)
        } catch let refusal as PostingRefused {
            try await fail(invoice, code: refusal.code, message: refusal.message)
            return .refused(refusal)
        }
    }

    /// Announces the push; answers when it must be over.
    private func announce(
        _ lease: InvoiceLease, _ reference: String, _ payloadHash: String, _ pushTime: Duration,
        _ settleTime: Duration
    ) async throws -> ContinuousClock.Instant {
        try await context.leases.renew(lease.invoiceToken)
        let askedAt = context.api.environment.monotonic()
        let answer = try await leaseCall(
            lease.invoiceToken, "posting-intent",
            [
                "erp_reference": .string(reference), "payload_hash": .string(payloadHash),
                "push_seconds": .number(JSONNumber(pushTime.components.seconds)),
                "settle_seconds": .number(JSONNumber(settleTime.components.seconds)),
            ])
        guard let seconds = answer["push_seconds"]?.number?.int else {
            throw APIError.unexpected(path: "posting-intent", reason: "it has no push_seconds")
        }
        return askedAt + .seconds(seconds)
    }

    private func run(
        _ post: @escaping @Sendable (String, Duration) async throws -> Posting, _ reference: String,
        until deadline: ContinuousClock.Instant, _ invoice: String
    ) async throws -> Posting {
        let environment = context.api.environment
        let timeLeft = deadline - environment.monotonic()
        guard timeLeft > .zero else {
            try await withdrawIntent(invoice)
            try await giveBack(invoice)
            throw LeaseError.pushDeadlinePassed(invoice: invoice)
        }
        do {
            return try await withThrowingTaskGroup(of: Posting.self) { group in
                group.addTask { try await post(reference, timeLeft) }
                group.addTask {
                    try await environment.sleep(timeLeft)
                    throw LeaseError.pushDeadlinePassed(invoice: invoice)
                }
                defer { group.cancelAll() }
                guard let posting = try await group.next() else { throw CancellationError() }
                return posting
            }
        } catch let refusal as PostingRefused {
            throw refusal
        } catch {
            context.logger.warn("Whether the ERP has \(reference) is not known; the next worker looks first: \(error)")
            try? await giveBack(invoice)  // the lease lapses by itself; the push's own error is the one to tell
            throw error
        }
    }

    private func settle(_ invoice: String, _ posting: Posting) async throws {
        do {
            try await acknowledge(invoice)
        } catch let error as APIError where error.code == "lease_lost" || error.code == "not_lease_holder" {
            context.logger.warn(
                "\(invoice) was posted as \(posting.id), but the lease is lost; reporting it all the same.")
        }
        try await succeed(invoice, externalID: posting.id, message: posting.message)
    }

    /// Says that nothing is in the ERP.
    private func withdrawIntent(_ invoice: String) async throws {
        _ = try await context.api.delete(
            "/v1/invoices/\(escaped(invoice))/posting-intent", headers: context.leases.proof(of: invoice))
    }
}
