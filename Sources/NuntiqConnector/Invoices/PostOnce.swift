import NuntiqModel

extension InvoiceLoad {
    /// Finds what the ERP has under a reference; `nil` when it has nothing.
    public typealias Find = @Sendable (_ reference: String) async throws -> Posting?
    /// Posts under ``Push/reference`` within ``Push/timeLeft``.
    public typealias Post = @Sendable (_ push: Push) async throws -> Posting

    /// Posts an invoice so that it is never posted twice, whatever dies on the way, and reports the result.
    ///
    /// 1. The reference of an earlier worker, and `reference`, are looked up by `find`: what the ERP has is reported
    ///    and not posted.
    /// 2. Nuntiq is told what is about to be posted, and answers how long the push may take. From now on the end of the
    ///    lease leads to 95, in doubt, not back into the queue.
    /// 3. `post` pushes within that time, counted by the monotonic clock from the request on; then it is cancelled.
    /// 4. Acknowledge and result.
    ///
    /// `post` says by what it throws what happened: ``AlreadyPosted``, ``PostingRefused``, ``NothingSent``; anything
    /// else may have arrived, is looked up at once, and else left in doubt. `reference` depends on the invoice alone.
    ///
    /// What this promises depends on the ERP:
    ///
    /// - It refuses a reference it has (`refusesKnown`; `find` may be `nil`): never twice.
    /// - It can only be asked (`find`; claim with ``LeaseMode/verifyFirst``): never twice after a kill; for a worker
    ///   that was paused never twice if its push ends within `pushTime` and the ERP shows it within `settleTime`.
    /// - Neither (`find` is `nil`): doubts stay at 95 for a person.
    ///
    /// - Throws: ``PostingInDoubt``, ``LeaseError``, ``NothingSent``, ``APIError``, what `find` throws before the push.
    @discardableResult
    public func postOnce(
        _ lease: InvoiceLease, reference: String, payloadHash: String = "", pushTime: Duration = .seconds(60),
        settleTime: Duration = .seconds(60), refusesKnown: Bool = false, find: Find?, post: @escaping Post
    ) async throws -> PostOutcome {
        try ArgumentError.check("pushTime", Int(pushTime.components.seconds), within: 1...1_800)
        try ArgumentError.check("settleTime", Int(settleTime.components.seconds), within: 0...3_600)
        guard !reference.isEmpty else { throw ArgumentError.unusable(name: "reference", reason: "is missing") }
        let intent = NewIntent(
            reference: reference, payloadHash: payloadHash, pushTime: pushTime, settleTime: settleTime)
        return try await SinglePosting(load: self, lease: lease, intent: intent, refusesKnown: refusesKnown, find: find)
            .run(post)
    }
}

/// What is about to be posted.
struct NewIntent {
    let reference: String
    let payloadHash: String
    let pushTime: Duration
    let settleTime: Duration

    var json: JSONValue {
        [
            "erp_reference": .string(reference), "payload_hash": .string(payloadHash),
            "push_seconds": .number(JSONNumber(pushTime.components.seconds)),
            "settle_seconds": .number(JSONNumber(settleTime.components.seconds)),
        ]
    }
}

/// The steps of `postOnce` for one invoice.
private struct SinglePosting {
    /// A push is not begun with less time than this, or than half of what was asked for.
    private static let pushTimeMin = Duration.milliseconds(500)
    private static let triesMax = 3

    let load: InvoiceLoad
    let lease: InvoiceLease
    let intent: NewIntent
    let refusesKnown: Bool
    let find: InvoiceLoad.Find?

    private var invoice: String { lease.invoiceToken }
    private var leases: HeldLeases { load.context.leases }
    private var environment: ConnectorEnvironment { load.context.api.environment }

    func run(_ post: @escaping InvoiceLoad.Post) async throws -> PostOutcome {
        leases.adopt(lease)
        try leases.requireNotLost(invoice)
        if let earlier = lease.intent, !(refusesKnown && find == nil),
            let found = try await verify(earlier.reference)
        {
            return try await report(found: found)
        }
        // Also what no intent tells of: an invoice posted by hand, or by a connector without postOnce.
        if let found = try await find?(intent.reference) { return try await report(found: found) }
        let push = try await begin()
        do {
            let posting = try await limited(push, post)
            await acknowledge()
            try await load.succeed(invoice, posting)
            return .posted(posting)
        } catch let known as AlreadyPosted {
            return try await report(found: known.posting)
        } catch let refusal as PostingRefused {
            try await load.fail(invoice, code: refusal.code, message: refusal.message)
            return .refused(refusal)
        } catch let nothing as NothingSent {
            try await withdraw()
            try await load.giveBack(invoice)
            throw nothing
        } catch let failure as PushFailed {
            return try await resolve(failure)
        }
    }

    /// Looks up what an earlier holder was about to post; when the ERP does not have it, says so.
    private func verify(_ reference: String) async throws -> Posting? {
        if let found = try await find?(reference) { return found }
        // Without a look-up nobody can tell; and a lease that is not "verify first" was handed out by the key of an
        // earlier run, whose push may still be under way or not be shown yet.
        guard find != nil, lease.mode == .verifyFirst else {
            try await load.giveBack(invoice)
            throw PostingInDoubt(
                invoiceToken: invoice, reference: reference, reason: "an earlier push cannot be verified yet")
        }
        try await withdraw()
        return nil
    }

    /// Places the intent; its time counts from the request on, so what was lost on the way is lost for the push.
    private func begin() async throws -> Push {
        for _ in 0..<Self.triesMax {
            try leases.requireNotLost(invoice)
            if leases.timeLeft(of: invoice) < intent.pushTime {
                let length = min(.seconds(1_800), max(.seconds(60), intent.pushTime + .seconds(10)))
                try await leases.renew(invoice, for: length)
            }
            let askedAt = environment.monotonic()
            let answer: JSONValue
            do {
                answer = try await load.leaseCall(invoice, "posting-intent", intent.json)
            } catch let error as APIError where error.code == "lease_lapsed" {
                try await leases.renew(invoice)
                continue
            }
            guard let seconds = answer["push_seconds"]?.number?.int else {
                throw APIError.unexpected(path: "posting-intent", reason: "it has no push_seconds")
            }
            let push = Push(
                reference: intent.reference, deadline: askedAt + .seconds(seconds), environment: environment)
            if push.timeLeft >= min(Self.pushTimeMin, .seconds(seconds) / 2) { return push }
            try await withdraw()
        }
        try await load.giveBack(invoice)
        throw NothingSent("There was never enough time left to post invoice \(invoice).")
    }

    /// The push within its time; what it throws without saying that nothing arrived is a ``PushFailed``.
    private func limited(_ push: Push, _ post: @escaping InvoiceLoad.Post) async throws -> Posting {
        do {
            guard push.timeLeft > .zero else { throw NothingSent("The time for the push was over before it began.") }
            return try await withThrowingTaskGroup(of: Posting.self) { group in
                group.addTask { try await post(push) }
                group.addTask { [environment] in
                    try await environment.sleep(push.timeLeft)
                    throw PushTimeOver()
                }
                defer { group.cancelAll() }
                guard let posting = try await group.next() else { throw CancellationError() }
                return posting
            }
        } catch let told as AlreadyPosted {
            throw told
        } catch let told as PostingRefused {
            throw told
        } catch let told as NothingSent {
            throw told
        } catch {
            throw PushFailed(reason: "\(error)")
        }
    }

    /// The push failed, and it may have arrived: reports what the ERP shows, else leaves it in doubt.
    private func resolve(_ failure: PushFailed) async throws -> PostOutcome {
        if let found = await foundAfterwards() { return try await report(found: found) }
        do {
            try await load.giveBack(invoice)
        } catch {
            load.context.logger.warn(
                "Invoice \(invoice) could not be given back and will lapse: \(error)", step: "post_once")
        }
        throw PostingInDoubt(invoiceToken: invoice, reference: intent.reference, reason: failure.reason)
    }

    private func foundAfterwards() async -> Posting? {
        do {
            return try await find?(intent.reference)
        } catch {
            load.context.logger.warn("The look-up of \(intent.reference) failed too: \(error)", step: "post_once")
            return nil
        }
    }

    /// A courtesy by now: the result is what counts, and it is taken without.
    private func acknowledge() async {
        do {
            try await load.acknowledge(invoice)
        } catch {
            load.context.logger.debug("Invoice \(invoice) was not acknowledged: \(error)", step: "post_once")
        }
    }

    private func report(found posting: Posting) async throws -> PostOutcome {
        try await load.succeed(invoice, posting)
        return .foundPosted(posting)
    }

    /// Says that nothing is in the ERP.
    private func withdraw() async throws { try await load.leaseDelete(invoice, "posting-intent") }
}

/// A push that ended without saying whether it arrived.
private struct PushFailed: Error {
    let reason: String
}
