import NuntiqModel
import Synchronization

/// The leases of a run: their tokens, and their renewal until the result, the end of the run, or 30 minutes.
///
/// So the plain loop over fifty invoices keeps what it holds, and a run that hangs loses it.
final class HeldLeases: Sendable {
    /// A lease is renewed for so long after its claim.
    static let keptMax = Duration.seconds(30 * 60)
    /// How often what is due is looked for; the shortest lease takes a minute.
    private static let pace = Duration.seconds(1)

    private struct Held {
        let leaseToken: String
        let length: Duration
        let claimedAt: ContinuousClock.Instant
        var renewAt: ContinuousClock.Instant
        var isLost = false
    }

    private let held = Mutex<[String: Held]>([:])
    private let api: APIClient
    private let logger: JobLogger

    init(api: APIClient, logger: JobLogger) {
        self.api = api
        self.logger = logger
    }

    /// Keeps a lease from now on; `claimedAt` is the moment its claim was sent.
    ///
    /// One that may be older is renewed at once.
    func add(_ lease: InvoiceLease, length: Duration, claimedAt: ContinuousClock.Instant, isFresh: Bool) {
        held.withLock {
            $0[lease.invoiceToken] = Held(
                leaseToken: lease.leaseToken, length: length, claimedAt: claimedAt,
                renewAt: isFresh ? claimedAt + length / 2 : claimedAt)
        }
    }

    /// Stops renewing it, but still knows its token.
    func release(_ invoice: String) {
        held.withLock { $0[invoice]?.isLost = true }
    }

    /// The header that proves the lease; none for an invoice that this run does not hold.
    func proof(of invoice: String) -> [String: String] {
        held.withLock { $0[invoice].map { ["X-Lease-Token": $0.leaseToken] } ?? [:] }
    }

    /// Renews until its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            for (invoice, lease) in due() { await renew(invoice, lease) }
            guard (try? await api.environment.sleep(Self.pace)) != nil else { return }  // cancelled
        }
    }

    /// Renews one lease now.
    ///
    /// - Throws: ``LeaseError/lost(invoice:)`` when another holds the invoice, or it was changed.
    func renew(_ invoice: String) async throws {
        do {
            _ = try await api.repeatable(
                "/v1/invoices/\(invoice)/lease", .object([:]), headers: proof(of: invoice))
            let now = api.environment.monotonic()
            held.withLock { held in held[invoice].map { held[invoice]?.renewAt = now + $0.length / 2 } }
        } catch let error as APIError where error.code == "lease_lost" {
            release(invoice)
            throw LeaseError.lost(invoice: invoice)
        }
    }

    private func due() -> [(String, Held)] {
        let now = api.environment.monotonic()
        return held.withLock { held in
            held.filter { !$0.value.isLost && $0.value.renewAt <= now && now - $0.value.claimedAt < Self.keptMax }
                .map { ($0.key, $0.value) }
        }
    }

    private func renew(_ invoice: String, _ lease: Held) async {
        do {
            try await renew(invoice)
        } catch LeaseError.lost {
            logger.warn("The lease of \(invoice) is lost.")
        } catch {
            logger.warn("The lease of \(invoice) was not renewed, and will be tried again: \(error)")
        }
    }
}

/// Why work on an invoice must stop.
public enum LeaseError: Error, Sendable, Hashable {
    /// Another worker holds the invoice, or somebody changed or ended it.
    case lost(invoice: String)
    /// The time for the push was over before it began or before it ended.
    case pushDeadlinePassed(invoice: String)
}
