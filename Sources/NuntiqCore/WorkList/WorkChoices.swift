public import NuntiqModel
internal import NuntiqStore

/// What the work list's filters may be set to, and what they are called.
public struct WorkChoices: Sendable, Hashable {
    /// The inboxes by number, with their addresses; the first hundred.
    public let inboxes: [(id: Int64, address: String)]
    /// What the account of the filter is called; `nil` without one, or when it is gone.
    public let account: String?

    /// Whether both offer the same.
    public static func == (left: WorkChoices, right: WorkChoices) -> Bool {
        left.account == right.account && left.inboxes.elementsEqual(right.inboxes) { $0 == $1 }
    }

    /// Hashes what is offered.
    public func hash(into hasher: inout Hasher) {
        for (id, address) in inboxes {
            hasher.combine(id)
            hasher.combine(address)
        }
        hasher.combine(account)
    }
}

extension WorkList {
    private static let inboxesMax = 100

    /// What the filters of a tenant's list may be set to.
    public func choices(_ filter: WorkFilter, of tenant: TenantID) async throws -> WorkChoices {
        try await database.read { tx in
            let name = try filter.account.map { try DossierRepository(tx: tx, tenant: tenant).name(of: $0) }
            return WorkChoices(
                inboxes: try InboxRepository(tx).all(tenant).prefix(Self.inboxesMax).map { ($0.id, $0.address) },
                account: name.flatMap { $0.isEmpty ? nil : $0 })
        }
    }
}
