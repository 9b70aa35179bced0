import CoreMetrics
import HTTPTypes
import Hummingbird
import Logging
import NuntiqCore
import NuntiqModel
import Synchronization

/// One log line and one measurement per request, by the route's pattern, never by its path.
final class RequestObserver: Sendable {
    private struct SeriesKey: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private let logger: Logger
    private let metrics: any MetricsFactory
    private let series = Mutex<[SeriesKey: any TimerHandler]>([:])
    private let running: any MeterHandler

    init(logger: Logger, metrics: any MetricsFactory) {
        self.logger = logger
        self.metrics = metrics
        running = metrics.makeMeter(label: "http_requests_running", dimensions: [])
    }

    /// A request has come.
    func begin() {
        running.increment(by: 1)
    }

    /// Its answer is ready.
    func end(_ request: Request, _ trail: Trail, status: HTTPResponse.Status, after duration: Duration) {
        running.decrement(by: 1)
        let route = trail.route?.path ?? "none"
        let (seconds, attoseconds) = duration.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        timer(
            SeriesKey(method: trail.route == nil ? "any" : request.method.rawValue, route: route, status: status.code)
        )
        .recordNanoseconds(nanoseconds)
        guard logger.logLevel <= .info else { return }
        logger.info("request", metadata: fields(request, trail, status, nanoseconds))
    }

    /// Why a request failed, where it is ours to mend; callers are told the request id only.
    func report(_ cause: any Error, _ trail: Trail, status: HTTPResponse.Status) {
        guard status.code >= 500 else { return }
        let level: Logger.Level = status == .serviceUnavailable ? .warning : .error
        logger.log(
            level: level, "request failed",
            metadata: ["request_id": .string(trail.id), "cause": .string(String(reflecting: cause))])
    }

    private func timer(_ key: SeriesKey) -> any TimerHandler {
        series.withLock { series in
            if let known = series[key] { return known }
            let labels = [("method", key.method), ("route", key.route), ("status", String(key.status))]
            let made = metrics.makeTimer(label: "http_request_duration_seconds", dimensions: labels)
            series[key] = made
            return made
        }
    }

    private func fields(
        _ request: Request, _ trail: Trail, _ status: HTTPResponse.Status, _ nanoseconds: Int64
    ) -> Logger.Metadata {
        var fields: Logger.Metadata = [
            "request_id": .string(trail.id), "method": .string(request.method.rawValue),
            "route": .string(trail.route?.path ?? "none"), "status": .stringConvertible(status.code),
            "microseconds": .stringConvertible(Int(nanoseconds / 1_000)),
        ]
        if let principal = trail.principal {
            fields["tenant"] = .stringConvertible(Int(principal.tenant.rawValue))
            fields["principal"] = .stringConvertible(Int(principal.id))
        }
        if let code = trail.errorCode { fields["error"] = .string(code) }
        if let trace = trail.trace { fields["trace_id"] = .string(String(trace.traceID)) }
        return fields
    }
}
