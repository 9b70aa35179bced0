public import Logging
public import NIOCore
public import NuntiqModel

/// What is known of a request beside the request itself.
public struct CallContext: Sendable {
    /// The id that stands on the answer and in the log.
    public let id: String
    /// The connection.
    public let channel: any Channel
    /// Carries the request's id, and its trace id when the caller sent one.
    public var logger: Logger
    /// The values of the path's `{names}`.
    public let parameters: PathParameters
    /// The address of the caller, or empty where there is none.
    public let address: String
    /// The tenant whose host was called; `nil` on any other host.
    public let hostTenant: TenantID?
}
