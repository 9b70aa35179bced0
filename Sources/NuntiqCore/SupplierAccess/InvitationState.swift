public import NuntiqModel
import NuntiqStore

/// What became of the links to one notification address: the newest is told.
public struct InvitationState: Sendable, Hashable {
    /// How far its owner has come.
    public enum Stage: String, Sendable, Hashable, CaseIterable {
        /// The mail went out.
        case sent
        /// A person had the page before them.
        case opened
        /// A code was asked for.
        case codeRequested = "code_requested"
        /// A key was issued.
        case keyIssued = "key_issued"
    }

    /// The address.
    public let email: String
    /// How far its owner has come.
    public let stage: Stage
    /// When that was.
    public let at: Instant
    /// The link works until then, while no key was issued.
    public let until: Instant
}

extension SupplierAccess {
    /// What became of the invitations of an account, the newest first; unused links are forgotten after a week.
    public func invitations(of partner: Int64, in tenant: TenantID) async throws -> [InvitationState] {
        try await database.read { tx in
            var seen: Set<String> = []
            return try SupplierSessionRepository(tx).newest(tenant, of: partner, limit: 200)
                .filter { seen.insert(folded($0.email)).inserted }
                .map(InvitationState.init)
        }
    }
}

extension InvitationState {
    init(_ session: SupplierSession) {
        email = session.email
        until = session.endsAt
        if let at = session.usedAt {
            (stage, self.at) = (.keyIssued, at)
        } else if let at = session.codeSentAt {
            (stage, self.at) = (.codeRequested, at)
        } else if let at = session.openedAt {
            (stage, self.at) = (.opened, at)
        } else {
            (stage, self.at) = (.sent, session.createdAt)
        }
    }
}
