public import Logging
public import NIOCore
public import NuntiqModel

/// What is known of a request beside the request itself.
public struct CallContext: Sendable {
    /// The id that stands on the answer and in the log.
    public let id: String
    /// The trace that the call is part of, when the caller said so.
    public let trace: TraceParent?
    /// The connection.
    public let channel: any Channel
    /// The values of the path's `{names}`.
    public let parameters: PathParameters
    /// The address of the caller, or empty where there is none.
    public let address: String
    /// The tenant whose host was called; `nil` on any other host.
    public let hostTenant: TenantID?
    let nodeLogger: Logger

    /// A logger that carries the request's id and trace.
    public var logger: Logger {
        var logger = nodeLogger
        logger[metadataKey: "request_id"] = .string(id)
        if let trace { logger[metadataKey: "trace_id"] = .string(String(trace.traceID)) }
        return logger
    }
}
