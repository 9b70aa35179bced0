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

/// Claims that wait together and may be handed the same invoices.
typealias JointClaims = JointCalls<ClaimKind, ClaimCall, [ClaimedLease]>

/// What calls have in common that take from one queue.
struct ClaimKind: Hashable, Sendable {
    let tenant: TenantID
    let references: [String]
    let modes: Set<HandoutMode>
}

/// One connector's claim.
struct ClaimCall: Sendable {
    let request: ClaimRequest
    let principal: Principal

    /// The most invoices that claims take together.
    private static let invoicesMax = 500

    /// Whether it may be answered together with `others`: they are not too many, and none is the same call again,
    /// which is to find the leases of the first.
    func fits(with others: [ClaimCall]) -> Bool {
        let isAgain = request.idempotencyKey != nil && others.contains { $0.isSame(as: self) }
        return !isAgain && others.reduce(request.limit) { $0 + $1.request.limit } <= Self.invoicesMax
    }

    private func isSame(as other: ClaimCall) -> Bool {
        principal.id == other.principal.id && request.idempotencyKey == other.request.idempotencyKey
    }
}

extension Integration {
    /// 90/91 (and 95, where named) → 92: hands out what is ready, the oldest by `ready_at` first.
    ///
    /// Atomic: no invoice is ever in two live leases. With a key the same call again, within the length of its leases,
    /// gets those of them that still live; a call that found nothing is not remembered. Calls that wait together are
    /// answered by one look and one write, the first of them first: on their own, each would pass by what those before
    /// it have taken.
    public func claim(_ request: ClaimRequest, by principal: Principal) async throws -> [ClaimedLease] {
        let kind = ClaimKind(tenant: principal.tenant, references: request.references, modes: request.modes)
        return try await claims.answer(to: ClaimCall(request: request, principal: principal), of: kind) { calls in
            try await database.write { tx in try answers(to: calls, of: kind, in: tx) }
        }
    }

    private func answers(
        to calls: [ClaimCall], of kind: ClaimKind, in tx: any Transaction
    ) throws -> [Result<[ClaimedLease], any Error>] {
        let known = try calls.map { try remembered($0, in: tx) }
        let fresh = zip(calls, known).filter { $0.1 == nil }.map(\.0)
        var handedOut = try handOut(to: fresh, of: kind, in: tx)[...]
        return known.map { $0 ?? .success(handedOut.removeFirst()) }
    }

    /// What a call with a key was answered before; its key is taken where that is nothing.
    private func remembered(
        _ call: ClaimCall, in tx: any Transaction
    ) throws -> Result<[ClaimedLease], any Error>? {
        do {
            guard let earlier = try keys(of: call, in: tx)?.take(for: call.request) else { return nil }
            return .success(try live(earlier, of: call.principal, in: tx))
        } catch let error as IntegrationError {
            return .failure(error)
        }
    }

    private func keys(of call: ClaimCall, in tx: any Transaction) -> ClaimKeyRepository? {
        call.request.idempotencyKey.map { key in
            ClaimKeyRepository(tx: tx, tenant: call.principal.tenant, principal: call.principal.id, key: key)
        }
    }

    /// New leases for each call.
    private func handOut(
        to calls: [ClaimCall], of kind: ClaimKind, in tx: any Transaction
    ) throws -> [[ClaimedLease]] {
        if calls.isEmpty { return [] }
        let wanted = calls.reduce(0) { $0 + $1.request.limit }
        var ready = try ReadyInvoices(tx: tx).find(kind, limit: wanted)[...]
        let now = tx.now
        let steps = calls.map { call in
            let own = ready.prefix(call.request.limit)
            ready = ready.dropFirst(own.count)
            return own.map { state in
                let change = state.claim(by: call.principal.id, seconds: call.request.leaseSeconds, at: now)
                return ChangeStatus.Step(change: change, before: state)
            }
        }
        try ChangeStatus.save(tx, steps.flatMap(\.self))
        return try zip(calls, steps).map { call, steps in
            let leases = try steps.map { try lease(of: $0.change.state) }
            try tell(call, of: leases, in: tx)
            return leases
        }
    }

    /// Writes down who was handed what, and under which key; a call that got nothing leaves nothing.
    private func tell(_ call: ClaimCall, of leases: [ClaimedLease], in tx: any Transaction) throws {
        guard !leases.isEmpty else {
            try keys(of: call, in: tx)?.forget()
            return
        }
        try ChangeStatus.tellClaim(
            tx, of: leases, by: call.principal, seconds: call.request.leaseSeconds,
            subject: Token.version7(at: tx.now, random: environment.random(8)))
        try keys(of: call, in: tx)?.remember(leases)
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
