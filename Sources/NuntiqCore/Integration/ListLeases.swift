public import NuntiqModel
internal import NuntiqStore

/// A live lease as others see it, without its token.
public struct LeaseSummary: Sendable, Hashable {
    /// The invoice.
    public let invoice: Token
    /// The number of the invoice within the installation.
    public let invoiceID: Int64
    /// 92 or 93.
    public let status: Status
    /// The principal that holds it.
    public let holder: Int64
    /// What people call the holder; `nil` when it is gone.
    public let holderName: String?
    /// The number of the lease.
    public let fence: Int64
    /// When it was taken.
    public let startedAt: Instant
    /// The first moment at which it is over.
    public let endsAt: Instant
}

extension Integration {
    /// So many leases are listed at once.
    public static let leasesMax = 1_000

    /// Who holds what, since when, the lease that ends first at the top; a tenant's first thousand.
    public func leases(for principal: Principal) async throws -> [LeaseSummary] {
        try await database.read { tx in
            try tx.query(
                """
                SELECT s.token, i.id, s.status, s.holder, u.name, s.fence, s.lease_started_at, s.lease_ends_at
                FROM invoice_state AS s
                JOIN invoice AS i ON i.tenant = s.tenant AND i.account = s.account AND i.token = s.token
                LEFT JOIN api_user AS u ON u.tenant = s.tenant AND u.id = s.holder
                WHERE s.tenant = ? AND s.status IN (92, 93) AND s.lease_ends_at > ?
                ORDER BY s.lease_ends_at, s.token LIMIT ?
                """,
                [principal.tenant, tx.now, Self.leasesMax]
            ).map { row in
                LeaseSummary(
                    invoice: try row.token(0), invoiceID: try row.int(1), status: try row.status(2),
                    holder: try row.int(3), holderName: try row.optional(4, row.text), fence: try row.int(5),
                    startedAt: try row.instant(6), endsAt: try row.instant(7))
            }
        }
    }
}
