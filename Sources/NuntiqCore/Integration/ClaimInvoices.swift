public import NuntiqModel
internal import NuntiqStore

/// Which invoices a connector asks for, and for how long.
public struct ClaimRequest: Sendable, Hashable {
    /// How many it may be handed at once.
    public static let limits = 1...50
    /// How long a lease may be, in seconds.
    public static let leaseLengths: ClosedRange<Int64> = 60...1800

    /// The most invoices it wants.
    public let limit: Int
    /// The length of each lease.
    public let leaseSeconds: Int64
    /// `ext_reference_1…5`, folded; empty where it does not matter.
    public let references: [String]
    /// The modes it knows how to work in.
    public let modes: Set<HandoutMode>
    /// The key under which a repeated call gets the same leases.
    public let idempotencyKey: String?

    /// Makes a request; references are folded here.
    ///
    /// - Precondition: limit and length are within their bounds.
    public init(
        limit: Int = 10, leaseSeconds: Int64 = 300, references: [Int: String] = [:], modes: Set<HandoutMode> = [.post],
        idempotencyKey: String? = nil
    ) {
        precondition(Self.limits.contains(limit) && Self.leaseLengths.contains(leaseSeconds), "checked at the edge")
        self.limit = limit
        self.leaseSeconds = leaseSeconds
        self.references = (1...5).map { references[$0].map(folded) ?? "" }
        self.modes = modes
        self.idempotencyKey = idempotencyKey
    }
}

/// A lease as its holder knows it.
public struct ClaimedLease: Sendable, Hashable {
    /// The invoice.
    public let invoice: Token
    /// Proves the lease.
    public let leaseToken: Token
    /// The first moment at which it is over.
    public let expiresAt: Instant
    /// The lease's number, growing with each lease of the invoice.
    public let fence: Int64
    /// Whether to post it, or to look it up first.
    public let mode: HandoutMode
    /// What an earlier holder was about to post, when it is to be looked up.
    public let intent: PostingIntent?
}

extension Integration {
    /// 90/91 (and 95, where named) → 92: hands out what is ready, the oldest by `ready_at` first.
    ///
    /// Atomic: no invoice is ever in two live leases. With a key the same call again, within the length of its leases,
    /// gets those of them that still live; a call that found nothing is not remembered.
    public func claim(_ request: ClaimRequest, by principal: Principal) async throws -> [ClaimedLease] {
        do {
            return try await database.write { tx in
                guard let key = request.idempotencyKey else { return try claim(request, by: principal, in: tx) }
                let keys = ClaimKeyRepository(tx: tx, tenant: principal.tenant, principal: principal.id, key: key)
                if let earlier = try keys.take(for: request) { return try live(earlier, of: principal, in: tx) }
                let leases = try claim(request, by: principal, in: tx)
                if leases.isEmpty { throw NothingToClaim() }
                try keys.remember(leases)
                return leases
            }
        } catch is NothingToClaim {
            return []
        }
    }

    private func claim(_ request: ClaimRequest, by principal: Principal, in tx: any Transaction) throws
        -> [ClaimedLease]
    {
        let ready = try ReadyInvoices(tx: tx).find(principal.tenant, request)
        if ready.isEmpty { return [] }
        let now = tx.now
        let steps = ready.map { state in
            ChangeStatus.Step(
                change: state.claim(by: principal.id, seconds: request.leaseSeconds, at: now), before: state)
        }
        try ChangeStatus.save(tx, steps)
        let leases = try steps.map { try lease(of: $0.change.state) }
        try ChangeStatus.tellClaim(
            tx, of: leases, by: principal, seconds: request.leaseSeconds,
            subject: Token.version7(at: tx.now, random: environment.random(8)))
        return leases
    }

    /// Of leases handed out before, those that still live.
    private func live(_ earlier: [RememberedLease], of principal: Principal, in tx: any Transaction) throws
        -> [ClaimedLease]
    {
        let found = try InvoiceStateRepository(tx: tx).find(principal.tenant, Set(earlier.map(\.invoice)))
        let states = Dictionary(uniqueKeysWithValues: found.map { ($0.token, $0) })
        return try earlier.compactMap { lease in
            guard let state = states[lease.invoice], state.fence == lease.fence, state.status(at: tx.now).isLeased
            else { return nil }
            return try self.lease(of: state, mode: lease.mode)
        }
    }

    private func lease(of state: InvoiceState, mode: HandoutMode? = nil) throws -> ClaimedLease {
        guard let lease = state.lease else { throw StoreError.unexpectedColumn(0) }
        return ClaimedLease(
            invoice: state.token, leaseToken: tokens.token(state.tenant, state.token, fence: state.fence),
            expiresAt: lease.endsAt, fence: state.fence,
            mode: mode ?? (state.intent == nil ? .post : .verifyFirst), intent: state.intent)
    }
}

/// Rolls back the key of a claim that found nothing.
private struct NothingToClaim: Error {}
