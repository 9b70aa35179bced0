public import Logging
public import NuntiqCore
public import NuntiqModel

/// What is known of a request whose caller showed who it is and may call the route.
public struct AuthenticatedContext: Sendable {
    /// What is known of any request.
    public var call: CallContext
    /// Who calls.
    public let principal: Principal

    /// The tenant that the caller's key leads to.
    public var tenant: TenantID { principal.tenant }
    /// The request's id.
    public var id: String { call.id }
    /// The request's logger.
    public var logger: Logger { call.logger }
    /// The values of the path's `{names}`.
    public var parameters: PathParameters { call.parameters }
}
