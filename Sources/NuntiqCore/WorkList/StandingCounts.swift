internal import NuntiqModel
internal import NuntiqStore
internal import Synchronization

/// How many invoices stand where, kept for tenants with many until something happens there.
///
/// Counting walks an index from end to end; a hundred viewers of one list count once. Memory is bounded.
public final class StandingCounts: Sendable {
    private struct Known {
        let version: WorkVersion
        let start: Instant
        let counts: StateCounts
    }

    private static let tenantsMax = 1_000

    private let keptFrom: Int64
    private let known = Mutex<[TenantID: Known]>([:])

    /// Keeps the counts of tenants with at least so many invoices; others are counted anew each time.
    public init(keptFrom: Int64 = 10_000) {
        self.keptFrom = keptFrom
    }

    /// The counts as they are now; leases that end are counted anew each time, there are few.
    func counts(_ tx: any Transaction, _ tenant: TenantID, recentSince start: Instant) throws -> StateCounts {
        let repository = StateCountRepository(tx: tx, tenant: tenant)
        return try standing(repository, start) + repository.leased(recentSince: start)
    }

    private func standing(_ repository: StateCountRepository, _ start: Instant) throws -> StateCounts {
        let tenant = repository.tenant
        let version = try WorkVersionRepository(tx: repository.tx, tenant: tenant).version()
        guard version.isSettled else { return try repository.standing(recentSince: start) }
        if let kept = known.withLock({ $0[tenant] }), kept.version == version, kept.start == start {
            return kept.counts
        }
        let counts = try repository.standing(recentSince: start)
        if counts.all >= keptFrom {
            known.withLock { known in
                if known.count >= Self.tenantsMax { known.removeAll(keepingCapacity: true) }
                known[tenant] = Known(version: version, start: start, counts: counts)
            }
        }
        return counts
    }
}
