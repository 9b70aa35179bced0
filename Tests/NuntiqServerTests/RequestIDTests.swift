import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

@Suite
struct RequestIDTests {
    @Test func `a sane id of the caller is kept`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.stranger.get("/nothing", headers: ["X-Request-Id": "order/4711~x"])
            #expect(answer.header("X-Request-Id") == "order/4711~x")
            #expect(answer["request_id"] == "order/4711~x")
        }
    }

    @Test(arguments: ["", "with space", "ünicode", String(repeating: "x", count: 129), "tab\there"])
    func `any other id is replaced`(sent: String) {
        let id = RequestID.make(from: sent, random: { Array(repeating: 0xAB, count: $0) })
        #expect(id == "abababababababababab")
    }

    @Test func `an id of 128 characters is kept`() {
        let sent = String(repeating: "x", count: 128)
        #expect(RequestID.make(from: sent, random: { _ in [] }) == sent)
    }
}
