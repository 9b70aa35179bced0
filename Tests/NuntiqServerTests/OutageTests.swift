import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct OutageTests {
    @Test func `without its database a node says 503 and when to come back, and heals by itself`() async throws {
        let server = try await PostgresServer.start()
        try await withNuntiq(at: .postgres(url: server.url()), routes: TestRoutes.all) { nuntiq in
            try await server.stop()
            for path in ["/health/ready", "/api/v1/invoices"] {
                let answer = try await nuntiq.customerAPI.get(path)
                #expect(answer.status == 503)
                #expect(answer["error"] == "storage_unavailable")
                #expect(answer.header("Retry-After") == "1")
            }
            let live = try await nuntiq.stranger.get("/health/live")
            #expect(live.status == 200)
            try await server.restart()
            for path in ["/health/ready", "/api/v1/invoices"] {
                let answer = try await nuntiq.customerAPI.get(path)
                #expect(answer.status == 200)
            }
        }
        try await server.stop()
    }

    @Test(.proves("operations/overload-sheds"))
    func `a writer that is behind sheds what writes, and lets reads through`() async throws {
        try await withNuntiq(
            on: .sqlite, routes: TestRoutes.all, configure: { $0.writeDelayMax = .seconds(-1) }
        ) { nuntiq in
            let refused = try await nuntiq.partnerAPI.post("/api/v1/partner/echo", [:])
            #expect(refused.status == 503)
            #expect(refused["error"] == "overloaded")
            #expect(refused.header("Retry-After") == "1")
            let read = try await nuntiq.customerAPI.get("/api/v1/things/7")
            #expect(read.status == 200)
        }
    }
}
