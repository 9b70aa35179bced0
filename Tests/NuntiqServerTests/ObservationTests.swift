import CoreMetrics
import Logging
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Synchronization
import Testing

@testable import NuntiqServer

@Suite
struct ObservationTests {
    @Test(.proves("operations/logs-request-ids", "operations/trace-ids"))
    func `a request is one JSON line with its id, trace and route, and no secret`() async throws {
        let lines = LogLines()
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all, logger: lines.logger(.json)) { nuntiq in
            let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            _ = try await nuntiq.customerAPI.get(
                "/api/v1/things/4711?secret=geheim", headers: ["X-Request-Id": "r-1", "traceparent": trace])
            let line = try #require(lines.all.first { $0["request_id"] == "r-1" })
            #expect(line["message"] == "request" && line["level"] == "info")
            #expect(line["method"] == "GET" && line["route"] == "/v1/things/{thing}" && line["status"] == 200)
            #expect(line["tenant"] == .number(JSONNumber(nuntiq.tenant.id.rawValue)))
            #expect(line["trace_id"] == "4bf92f3577b34da6a3ce929d0e0e4736")
            #expect(line["microseconds"]?.number?.int ?? -1 > 0)
            let text = lines.all.map { $0.serialized() }.joined()
            #expect(!text.contains("geheim") && !text.contains(nuntiq.user.apiKey) && !text.contains("4711"))
        }
    }

    @Test func `the cause of a 500 stands in the log under the request's id`() async throws {
        let lines = LogLines()
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all, logger: lines.logger(.json)) { nuntiq in
            let answer = try await nuntiq.stranger.get("/defect")
            let line = try #require(lines.all.first { $0["level"] == "error" })
            #expect(line["request_id"] == answer["request_id"])
            #expect(line["cause"]?.string?.contains("Defect") == true)
        }
    }

    @Test func `a line for people stays one line whatever a caller sends`() {
        let lines = LogLines()
        lines.logger(.human).info("told", metadata: ["text": "a\nb\u{1B}[31m"])
        #expect(lines.texts == ["2026-03-01T12:00:00.000000Z info told text=a b [31m\n"])
    }

    @Test(.proves("operations/metrics-guarded"))
    func `metrics are for who shows the token, in development also for this machine`() async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all, configure: { $0.metricsToken = "t0ken" }) { nuntiq in
            _ = try await nuntiq.customerAPI.get("/api/v1/things/7")
            let local = try await nuntiq.stranger.get("/metrics")
            #expect(local.status == 200)
            let count = #"http_request_duration_seconds_count{method="GET",route="/v1/things/{thing}",status="200"} 1"#
            #expect(local.text.contains(count))
            #expect(local.text.contains("# TYPE http_request_duration_seconds histogram"))
            let forwarded = ["X-Forwarded-For": "203.0.113.7"]
            let proxied = try await nuntiq.stranger.get("/metrics", headers: forwarded)
            #expect(proxied.status == 404)
            for (shown, status) in [("Bearer t0ken", 200), ("Bearer t0kem", 404), ("Bearer", 404)] {
                let headers = forwarded.merging(["Authorization": shown]) { $1 }
                let answer = try await nuntiq.stranger.get("/metrics", headers: headers)
                #expect(answer.status == status)
            }
        }
        try await withNuntiq(on: .sqlite, configure: { $0.isDevelopment = false }) { nuntiq in
            let answer = try await nuntiq.stranger.get("/metrics")
            #expect(answer.status == 404)
        }
    }

    @Test func `Prometheus reads what is rendered`() {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "work.done", dimensions: [("kind", "a\"b")]).increment(by: 2)
        metrics.makeCounter(label: "work.done", dimensions: [("kind", "a\"b")]).increment(by: 1)
        metrics.makeTimer(label: "stage.seconds", dimensions: []).recordNanoseconds(30_000_000)
        let text = metrics.render()
        #expect(text.contains("# TYPE work_done counter\nwork_done{kind=\"a\\\"b\"} 3.0\n"))
        #expect(text.contains("stage_seconds_bucket{le=\"0.025\"} 0\nstage_seconds_bucket{le=\"0.05\"} 1\n"))
        #expect(text.contains("stage_seconds_bucket{le=\"+Inf\"} 1\nstage_seconds_sum 0.03\nstage_seconds_count 1\n"))
    }

    @Test(.proves("operations/health"), arguments: TestDatabase.allCases)
    func `a node is live, and ready once its schema and its files are`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let live = try await nuntiq.stranger.get("/health/live")
            #expect(live.status == 200 && live["status"] == "live")
            let ready = try await nuntiq.stranger.get("/health/ready")
            #expect(ready.status == 200 && ready["status"] == "ready")
            try await nuntiq.app.database.write { try $0.execute("DELETE FROM migration") }
            let unready = try await nuntiq.stranger.get("/health/ready")
            #expect(unready.status == 503)
        }
    }

    @Test(arguments: [
        (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (1_709_210_096, "Thu, 29 Feb 2024 12:34:56 GMT"),
    ])
    func `a date header has the form of RFC 9110`(second: Int64, text: String) {
        #expect(HTTPDate.format(second) == text)
    }
}
