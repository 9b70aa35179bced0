import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// What handlers read of requests, and what the descriptions say they read.
@Suite
struct ReadTests {
    @Test(.proves("customer/openapi-covers-routes"))
    func `what a handler reads is described, and what is described is read`() async throws {
        let log = ReadLog()
        try await withNuntiq(on: .sqlite, readLog: log, hasJob: true) { nuntiq in
            for route in nuntiq.app.productRoutes.filter({ !$0.isAbsolute }) {
                let call = try #require(ExampleCall(route))
                _ = log.take()
                let answer = try await call.send(to: nuntiq)
                #expect(answer.status < 500, "\(call.name)")
                let read = log.take()
                let described = call.described(withBody: read.contains { $0.place == .body })
                #expect(read.subtracting(described).isEmpty, "\(call.name) reads these, its description lacks them")
                #expect(described.subtracting(read).isEmpty, "\(call.name) describes these, its handler reads none")
            }
        }
    }
}
