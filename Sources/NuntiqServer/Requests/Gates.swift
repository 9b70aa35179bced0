import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel

/// Decides by a request's head alone who calls and whether it may.
struct Gates: Sendable {
    let authentication: any KeyAuthentication

    /// The caller, once every gate is passed.
    func admit(_ request: Request, to route: Route, in call: CallContext) async throws -> Principal {
        let principal = try await caller(request, in: call)
        try permit(principal, route.access)
        return principal
    }

    private func caller(_ request: Request, in call: CallContext) async throws -> Principal {
        guard let key = request.headers[.apiKey] else { throw RequestError.apiKeyMissing }
        let principal = try await authentication.principal(showing: key, from: call.address)
        if let tenant = call.hostTenant, tenant != principal.tenant { throw RequestError.apiKeyInvalid }
        return principal
    }

    private func permit(_ principal: Principal, _ access: Access) throws {
        switch access {
        case .open, .development: return
        case .partner(let permission, let inGrace):
            if principal.inGrace, !inGrace { throw RequestError.keyInGrace }
            try permit(principal, partner: permission)
        case .customer(let permissions):
            if case .partner = principal.kind { throw RequestError.apiKeyInvalid }
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
}
