public import NuntiqModel
internal import NuntiqStore

/// Another one after everything that happened to a tenant's invoices, people or settings.
///
/// It comes from the head of the tenant's chain of events, so that finding it costs the same however many invoices
/// there are.
public struct WorkVersion: Sendable, Hashable, CustomStringConvertible {
    let events: Int64
    let lastRecordedAt: Int64
    /// Whether everything that is committed has its place in the chain already.
    let isSettled: Bool

    /// What browsers compare.
    public var description: String { "\(events).\(lastRecordedAt)\(isSettled ? "" : ".more")" }
}

extension WorkList {
    /// What stands for the list as it is now.
    public func version(of tenant: TenantID) async throws -> WorkVersion {
        try await database.read { tx in try WorkVersionRepository(tx: tx, tenant: tenant).version() }
    }

    /// How many invoices are not at an end, for the portal's navigation.
    public func openCount(of tenant: TenantID, recentSince start: Instant) async throws -> Int64 {
        try await counts(of: tenant, recentSince: start).open
    }
}
