import NuntiqModel
import Synchronization

/// The leases of a run: their tokens, and their renewal until the result, the end of the run, or 30 minutes.
///
/// So the plain loop over fifty invoices keeps what it holds, and a run that hangs loses it. A lease counts from the
/// moment at which its call was made, so it is never thought to be longer than it is.
final class HeldLeases: Sendable {
    /// A lease is renewed for so long after its claim.
    static let keptMax = Duration.seconds(30 * 60)
    /// The tokens of so many leases are remembered after their end, for a result that is reported again.
    static let endedMax = 10_000
    /// How often what is due is looked for; the shortest lease takes a minute.
    private static let pace = Duration.seconds(1)
    private static let callTime = Duration.seconds(15)
    private static let renewalsAtOnce = 8

    private struct Held {
        let leaseToken: String
        let length: Duration
        let claimedAt: ContinuousClock.Instant
        var endsAt: ContinuousClock.Instant
        var renewAt: ContinuousClock.Instant
        var isLost = false
    }

    private struct State {
        var held: [String: Held] = [:]
        var tokens: [String: String] = [:]
        /// The order in which leases ended, the oldest first, for those to forget.
        var ended: ArraySlice<String> = []
    }

    private let state = Mutex(State())
    private let api: APIClient
    private let logger: JobLogger

    init(api: APIClient, logger: JobLogger) {
        self.api = api
        self.logger = logger
    }

    private var now: ContinuousClock.Instant { api.environment.monotonic() }

    /// Keeps a lease from now on; `claimedAt` is the moment its claim was sent.
    ///
    /// One that may be older is renewed at once: nobody knows what is left of it.
    func add(_ lease: InvoiceLease, length: Duration, claimedAt: ContinuousClock.Instant, isFresh: Bool) {
        let left = isFresh ? length : .zero
        let held = Held(
            leaseToken: lease.leaseToken, length: length, claimedAt: claimedAt, endsAt: claimedAt + left,
            renewAt: claimedAt + left / 3)
        state.withLock {
            $0.held[lease.invoiceToken] = held
            $0.tokens[lease.invoiceToken] = lease.leaseToken
        }
    }

    /// Keeps a lease that came from elsewhere, such as from an earlier run.
    func adopt(_ lease: InvoiceLease) {
        let isKnown = state.withLock { $0.held[lease.invoiceToken]?.leaseToken == lease.leaseToken }
        if !isKnown { add(lease, length: .seconds(300), claimedAt: now, isFresh: false) }
    }

    /// Stops renewing it, but still knows its token.
    func release(_ invoice: String) {
        state.withLock { state in
            guard state.held.removeValue(forKey: invoice) != nil else { return }
            state.ended.append(invoice)
            while state.ended.count > Self.endedMax, let oldest = state.ended.popFirst() {
                if state.held[oldest] == nil { state.tokens[oldest] = nil }
            }
        }
    }

    /// The header that proves the lease; none for an invoice that this run never leased.
    func proof(of invoice: String) -> [String: String] {
        state.withLock { $0.tokens[invoice].map { ["X-Lease-Token": $0] } ?? [:] }
    }

    /// The token of the lease, also after its end.
    func leaseToken(of invoice: String) -> String? {
        state.withLock { $0.tokens[invoice] }
    }

    /// What is left of the lease at least; zero when it is over or unknown.
    func timeLeft(of invoice: String) -> Duration {
        let end = state.withLock { state in state.held[invoice].flatMap { $0.isLost ? nil : $0.endsAt } }
        return end.map { max(.zero, $0 - now) } ?? .zero
    }

    /// - Throws: ``LeaseError/lost(invoice:)`` when a call has learnt that the lease is another's.
    func requireNotLost(_ invoice: String) throws(LeaseError) {
        if state.withLock({ $0.held[invoice]?.isLost == true }) { throw .lost(invoice: invoice) }
    }

    /// Notes that a call has learnt that the lease is another's.
    func noteLost(_ invoice: String) {
        state.withLock { $0.held[invoice]?.isLost = true }
    }

    /// Renews until its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            await renewDue()
            guard (try? await api.environment.sleep(Self.pace)) != nil else { return }  // cancelled
        }
    }

    /// Renews a lease now, or takes a lapsed one up again.
    ///
    /// - Throws: ``LeaseError/lost(invoice:)`` when another holds the invoice, or it was changed.
    func renew(_ invoice: String, for length: Duration? = nil) async throws {
        try await heartbeat(invoice, length, RetryRule(isRepeatable: true))
    }

    private func heartbeat(_ invoice: String, _ length: Duration?, _ rule: RetryRule) async throws {
        let length = length ?? state.withLock { $0.held[invoice]?.length } ?? .seconds(300)
        let sentAt = now
        do {
            _ = try await api.repeatable(
                "/v1/invoices/\(escaped(invoice))/lease",
                ["extend_seconds": .number(JSONNumber(length.components.seconds))],
                headers: proof(of: invoice), rule: rule, within: Self.callTime)
        } catch let error as APIError where error.isLostLease {
            noteLost(invoice)
            throw LeaseError.lost(invoice: invoice)
        }
        state.withLock { state in
            guard var held = state.held[invoice] else { return }
            held.endsAt = max(held.endsAt, sentAt + length)
            held.renewAt = sentAt + min(length, held.length) / 3
            state.held[invoice] = held
        }
    }

    private func renewDue() async {
        var due = takeDue()[...]
        while !due.isEmpty, !Task.isCancelled {
            await withDiscardingTaskGroup { group in
                for invoice in due.prefix(Self.renewalsAtOnce) {
                    group.addTask { await self.renewInBackground(invoice) }
                }
            }
            due = due.dropFirst(Self.renewalsAtOnce)
        }
    }

    /// What is to be renewed now; what has been renewed for long enough is let go.
    private func takeDue() -> [String] {
        let now = now
        let held = state.withLock { $0.held }
        for (invoice, lease) in held where now - lease.claimedAt >= Self.keptMax { release(invoice) }
        return held.filter {
            !$0.value.isLost && $0.value.renewAt <= now && now - $0.value.claimedAt < Self.keptMax
        }.sorted { $0.value.endsAt < $1.value.endsAt }.map(\.key)
    }

    private func renewInBackground(_ invoice: String) async {
        guard timeLeftIsOurs(invoice) else { return }
        do {
            try await heartbeat(invoice, nil, .once)
        } catch LeaseError.lost {
            logger.warn("The lease of \(invoice) is lost.", step: "lease")
        } catch is CancellationError {
            return
        } catch {
            noteFailure(invoice, error)
        }
    }

    /// Whether the lease was not reported or given back since it was found due.
    private func timeLeftIsOurs(_ invoice: String) -> Bool {
        state.withLock { $0.held[invoice]?.isLost == false }
    }

    private func noteFailure(_ invoice: String, _ error: any Error) {
        let again = now + api.environment.jittered(.seconds(5))
        let isHeld = state.withLock { state in
            guard let held = state.held[invoice] else { return false }  // reported meanwhile: nothing to renew
            state.held[invoice]?.renewAt = max(again, held.renewAt)
            return true
        }
        if isHeld {
            logger.warn("The lease of \(invoice) was not renewed, and will be tried again: \(error)", step: "lease")
        }
    }
}

extension APIError {
    /// Whether it says that the invoice is another's by now.
    var isLostLease: Bool { code == "lease_lost" || code == "not_lease_holder" }
}

/// Why work on an invoice must stop.
public enum LeaseError: Error, Sendable, Hashable {
    /// Another worker holds the invoice, or somebody changed or ended it; a success is still accepted.
    case lost(invoice: String)
}
