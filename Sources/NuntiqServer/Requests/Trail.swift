import HTTPTypes
import Hummingbird
import NuntiqCore

/// What became known of a request on its way, for the log, the metrics and the end of the connection.
struct Trail: Sendable {
    let id: String
    let trace: TraceParent?
    let start: ContinuousClock.Instant
    var route: Route?
    var principal: Principal?
    /// The stable code of the error that was answered.
    var errorCode: String?
    /// Whether the body was let in, so that the client sends it.
    var isBodyOpen = false

    /// Bodies up to this size are read away to keep the connection.
    static let drainedBytesMax = 256 * 1024

    /// Whether the connection must end after the answer, since what follows on it is not worth reading.
    func mustClose(_ request: Request) -> Bool {
        if request.headers[.connection]?.lowercased() == "close" { return true }
        guard BodyGate.hasBody(request) else { return false }
        if !isBodyOpen, request.headers.contains(.expect) { return true }
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? .max
        return length > Self.drainedBytesMax && (errorCode != nil || !isBodyOpen)
    }
}
