import HTTPTypes
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct StopTests {
    @Test(.proves("operations/graceful-stop"))
    func `a stop finishes the request that runs, and takes no other`() async throws {
        let (begun, began) = AsyncStream<Void>.makeStream()
        let (released, release) = AsyncStream<Void>.makeStream()
        let slow = Route.open(.get, "/slow", summary: "Waits for the test.") { _, _ in
            began.yield()
            for await _ in released { break }
            return JSONAnswer(["done": true])
        }
        try await withNuntiq(on: .sqlite, routes: [slow]) { nuntiq in
            async let running = nuntiq.stranger.get("/slow")
            for await _ in begun { break }
            await nuntiq.stop()
            await waitUntilRefused(nuntiq)
            release.yield()
            let answer = try await running
            #expect(answer.status == 200 && answer["done"] == true)
            #expect(answer.header("Connection") == "close")
        }
    }

    @Test func `a stop does not wait for connections on which nothing runs`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await RawConnection.open(port: nuntiq.port) { raw in
                try await raw.send("GET /health/live HTTP/1.1\nHost: localhost\n\n")
                _ = try await raw.receive(through: "}")
                await nuntiq.stop()
                let rest = try await raw.receiveAll()
                #expect(rest.isEmpty)
            }
        }
    }

    /// Connects anew until nobody listens any more.
    private func waitUntilRefused(_ nuntiq: TestNuntiq) async {
        while (try? await RawConnection.open(port: nuntiq.port, { _ in true })) == true {
            await Task.yield()
        }
    }
}
