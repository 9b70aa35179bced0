import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore
import Synchronization

/// Tells the tenants' portals from every other host, by the request's authority.
final class Hosts: Sendable {
    /// Whose host was called.
    enum Host: Sendable, Hashable {
        /// API and public pages.
        case shared
        /// The portal of a tenant.
        case portal(TenantID)

        /// The tenant of a portal.
        var tenant: TenantID? {
            switch self {
            case .shared: nil
            case .portal(let tenant): tenant
            }
        }
    }

    private struct Known {
        let tenant: TenantID?
        let readAt: ContinuousClock.Instant
    }

    /// Beyond so many remembered labels all are forgotten; guesses of a scanner must not fill the memory.
    static let knownMax = 10_000

    private let suffix: String
    private let apiHost: String
    private let database: any Database
    private let monotonic: @Sendable () -> ContinuousClock.Instant
    private let known = Mutex<[Substring: Known]>([:])

    init(portalDomain: String, api: APIAddress, database: any Database, environment: RuntimeEnvironment) {
        suffix = "." + Self.name(portalDomain)
        apiHost = Self.name(api.authority)
        self.database = database
        monotonic = environment.monotonic
    }

    /// The host of a request.
    ///
    /// - Throws: ``RequestError/hostUnknown(_:)`` below the portal domain where no tenant is.
    func find(_ authority: String?) async throws -> Host {
        guard let authority, let label = label(of: authority) else { return .shared }
        guard let tenant = try await tenant(label) else { throw RequestError.hostUnknown(authority) }
        return .portal(tenant)
    }

    private func label(of authority: String) -> Substring? {
        let host = Self.name(authority)
        guard host != apiHost, host.hasSuffix(suffix) else { return nil }
        let label = host.dropLast(suffix.count)
        return label.isEmpty || label.contains(".") ? nil : label
    }

    private func tenant(_ label: Substring) async throws -> TenantID? {
        let now = monotonic()
        if let known = known.withLock({ $0[label] }), now - known.readAt < .seconds(1) { return known.tenant }
        let subdomain = String(label)
        let tenant = try await database.read { tx in try TenantRepository(tx).find(subdomain: subdomain)?.id }
        known.withLock { known in
            if known.count >= Self.knownMax { known.removeAll(keepingCapacity: true) }
            known[label] = Known(tenant: tenant, readAt: now)
        }
        return tenant
    }

    /// An authority without its port, in lower case; an IPv6 address keeps its brackets.
    private static func name(_ authority: String) -> String {
        let end = authority.lastIndex(of: ":") ?? authority.endIndex
        let isPort = authority[end...].dropFirst().allSatisfy(\.isNumber)
        return (isPort ? authority[..<end] : authority[...]).lowercased()
    }
}
