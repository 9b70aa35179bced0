import NuntiqCore
import NuntiqModel
import NuntiqStore

/// What the frame around every page shows of a tenant and of who is there.
struct Surroundings: Sendable {
    /// How many invoices are not at an end; `nil` on the installation's own host.
    let open: Int64?
    /// The lists that the person has kept.
    let views: [SavedView]

    static let none = Surroundings(open: nil, views: [])
}

extension Portal {
    /// Two reads, neither of which grows with the number of invoices once they are counted.
    func surroundings(of tenant: Tenant, _ session: Session) async throws -> Surroundings {
        guard !tenant.isInstallation else { return .none }
        let start = TenantCalendar(now: environment.now(nil), zone: tenant.timezone).dayStart
        async let open = workList.openCount(of: tenant.id, recentSince: start)
        let views = try await savedViews.list(of: session.user.id, in: tenant.id)
        return Surroundings(open: try await open, views: views)
    }
}
