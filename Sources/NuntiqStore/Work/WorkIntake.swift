internal import NuntiqModel
internal import Synchronization

/// Takes due items, tenant by tenant in a ring.
final class WorkIntake: Sendable {
    private static let tenantsMax = 16

    private let database: any Database
    private let lease: Duration
    private let kinds: WorkKinds
    /// The tenant that was served last.
    private let cursor = Mutex(TenantID(rawValue: .min))

    init(database: any Database, lease: Duration, kinds: WorkKinds = .all) {
        self.database = database
        self.lease = lease
        self.kinds = kinds
    }

    /// Up to `limit` items in one transaction, shared evenly among up to sixteen tenants; no write when none is due.
    func take(_ limit: Int) async throws -> [TakenWork] {
        let start = cursor.withLock { $0 }
        let tenants = try await database.read { [kinds] tx in
            try WorkQueue.tenants(tx, after: start, limit: min(limit, Self.tenantsMax), kinds)
        }
        guard let last = tenants.last else { return [] }
        cursor.withLock { $0 = last }
        return try await database.write { [lease, kinds] tx in
            var taken: [TakenWork] = []
            for (index, tenant) in tenants.enumerated() {
                let share = (limit - taken.count) / (tenants.count - index)
                taken += try WorkQueue.take(tx, tenant, limit: max(share, 1), lease: lease, kinds)
            }
            return taken
        }
    }
}
