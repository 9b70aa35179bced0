import HTTPTypes
import Hummingbird

/// - `GET /metrics`: what is measured in this process, for who shows the metrics token
struct MetricsRoutes: Sendable {
    let metrics: PrometheusMetrics

    var routes: [Route] {
        [.operators(.get, "/metrics", summary: "What is measured, in Prometheus' text format.", use: all)]
    }

    func all(_ request: Request, _ context: CallContext) -> Response {
        let text = ByteBuffer(string: metrics.render())
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: text))
    }
}
