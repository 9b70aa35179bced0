import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// Decides by a request's head alone who calls and whether it may, in this order.
struct Gates: Sendable {
    let authentication: Authentication
    let limiter: RateLimiter
    let database: any Database
    let writeDelayMax: Duration
    let isDevelopment: Bool
    let metricsToken: String?

    init(_ app: App) {
        authentication = app.authentication
        limiter = RateLimiter(app.configuration.rateLimit, environment: app.environment)
        database = app.database
        writeDelayMax = app.configuration.writeDelayMax
        isDevelopment = app.configuration.isDevelopment
        metricsToken = app.configuration.metricsToken
    }

    /// The caller, once every gate is passed; `nil` on routes that ask nobody.
    func admit(_ request: Request, to route: Route, in call: CallContext) async throws -> Principal? {
        switch route.access {
        case .open, .portal: return nil
        case .operators: try checkOperator(request, call)
        case .development: try checkDeveloper(request, call)
        case .partner, .customer, .job: return try await admitCaller(request, to: route, in: call)
        }
        return nil
    }

    private func admitCaller(_ request: Request, to route: Route, in call: CallContext) async throws -> Principal {
        if route.method != .get { try checkLoad() }
        let principal = try await caller(request, in: call)
        try permit(principal, route.access)
        try limiter.count(principal)
        return principal
    }

    private func checkLoad() throws {
        guard database.writeDelay <= writeDelayMax else { throw RequestError.overloaded }
    }

    private func caller(_ request: Request, in call: CallContext) async throws -> Principal {
        guard let key = request.headers[.apiKey] else { return try await job(request, in: call) }
        let principal = try await authentication.principal(showing: key, from: call.address)
        if let tenant = call.hostTenant, tenant != principal.tenant { throw AuthenticationError.invalidKey }
        return principal
    }

    /// A connector's run: `Authorization: Bearer <job token>` with the customer number of its tenant.
    private func job(_ request: Request, in call: CallContext) async throws -> Principal {
        guard let shown = request.headers[.authorization], shown.hasPrefix("Bearer ") else {
            throw RequestError.apiKeyMissing
        }
        let principal = try await authentication.principal(
            showingJobToken: String(shown.dropFirst("Bearer ".count)), for: request.headers[.customerNumber])
        if let tenant = call.hostTenant, tenant != principal.tenant { throw AuthenticationError.invalidJobToken }
        return principal
    }

    private func permit(_ principal: Principal, _ access: Access) throws {
        switch access {
        case .open, .operators, .development, .portal: return
        case .job:
            switch principal.kind {
            case .job: return
            case .apiUser, .user: throw JobError.tokenNeeded
            case .partner: throw AuthenticationError.invalidKey
            }
        case .partner(let permission, let inGrace):
            if principal.inGrace, !inGrace { throw RequestError.keyInGrace }
            try permit(principal, partner: permission)
        case .customer(let permissions):
            if case .partner = principal.kind { throw AuthenticationError.invalidKey }
            guard permissions.contains(where: principal.permissions.contains) else {
                throw RequestError.permissionMissing(permissions.map(\.rawValue))
            }
        }
    }

    private func permit(_ principal: Principal, partner permission: Permission?) throws {
        guard let permission else {
            if case .partner = principal.kind { return }
            throw RequestError.partnerKeyNeeded
        }
        guard principal.permissions.contains(permission) else {
            throw RequestError.permissionMissing([permission.rawValue])
        }
    }

    private func checkOperator(_ request: Request, _ call: CallContext) throws {
        if isDevelopment, isLocal(request, call) { return }
        let shown = request.headers[.authorization]
        guard let metricsToken, let shown, isEqual(shown, "Bearer \(metricsToken)") else {
            throw RequestError.routeUnknown(path: request.uri.path)
        }
    }

    private func checkDeveloper(_ request: Request, _ call: CallContext) throws {
        guard isDevelopment, isLocal(request, call) else { throw RequestError.routeUnknown(path: request.uri.path) }
    }

    /// From this machine, and not through a proxy on it.
    private func isLocal(_ request: Request, _ call: CallContext) -> Bool {
        let isForwarded = [.forwarded, .xForwardedFor, .xRealIP].contains { request.headers.contains($0) }
        return !isForwarded && ["127.", "::1", "::ffff:127."].contains { call.address.hasPrefix($0) }
    }

    /// Takes the same time wherever the texts differ.
    private func isEqual(_ left: String, _ right: String) -> Bool {
        guard left.utf8.count == right.utf8.count else { return false }
        return zip(left.utf8, right.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
