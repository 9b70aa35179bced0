import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct RawSocketTests {
    private func withRaw(_ body: @escaping @Sendable (TestNuntiq, inout RawConnection.Session) async throws -> Void)
        async throws
    {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all) { nuntiq in
            try await RawConnection.open(port: nuntiq.port) { raw in try await body(nuntiq, &raw) }
        }
    }

    private func head(_ nuntiq: TestNuntiq, _ path: String, _ more: String) -> String {
        "POST \(path) HTTP/1.1\nHost: localhost\nX-API-Key: \(nuntiq.key.apiKey)\n"
            + "Content-Type: application/json\n\(more)\n\n"
    }

    @Test func `who expects 100-continue gets it before the body`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/partner/stream", "Content-Length: 5\nExpect: 100-continue"))
            #expect(try await raw.receiveHead() == "HTTP/1.1 100 Continue\r\n\r\n")
            try await raw.send("12345")
            #expect(try await raw.receiveHead().hasPrefix("HTTP/1.1 200 OK"))
            #expect(try await raw.receive(through: "}") == #"{"success":true,"data":5}"#)
        }
    }

    @Test func `who expects 100-continue with a bad key gets the 401 and no 100`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(
                "POST /api/v1/partner/stream HTTP/1.1\nHost: localhost\nX-API-Key: sk_x\n"
                    + "Content-Length: 5\nExpect: 100-continue\n\n"
            )
            let answer = try await raw.receiveAll()
            #expect(answer.hasPrefix("HTTP/1.1 401"))
            #expect(answer.contains("Invalid API Key"))
            #expect(answer.lowercased().contains("connection: close"))
        }
    }

    @Test func `an unknown expectation is a 417`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/partner/echo", "Content-Length: 2\nExpect: a-miracle"))
            #expect(try await raw.receiveAll().hasPrefix("HTTP/1.1 417"))
        }
    }

    @Test(.proves("partner/413-before-memory"))
    func `a body that is announced too large is refused before it comes`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/partner/stream", "Content-Length: 1000001"))
            let answer = try await raw.receiveAll()
            #expect(answer.hasPrefix("HTTP/1.1 413"))
            #expect(answer.contains(#""error":"body_too_large""#))
        }
    }

    @Test(.proves("partner/key-before-body"))
    func `key and length of a submission are judged before a byte of its body came`() async throws {
        let path = "/api/v1/partner/invoices"
        try await withRaw { nuntiq, raw in
            let head = head(nuntiq, path, "Content-Length: 1000000")
            try await raw.send(head.replacing(nuntiq.key.apiKey, with: "sk_wrong"))
            #expect(try await raw.receiveHead().hasPrefix("HTTP/1.1 401"))
        }
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, path, "Content-Length: \(SubmissionLimits.bodyBytesMax + 1)"))
            #expect(try await raw.receiveHead().hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test func `a refused client that goes on sending still reads the answer`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/partner/stream", "Content-Length: 8000000"))
            for _ in 0..<8 { try await raw.send(String(repeating: "x", count: 1_000_000)) }
            #expect(try await raw.receiveAll().hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test func `a body without a length is counted while it comes`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/partner/stream", "Transfer-Encoding: chunked"))
            let chunk = "FFFF\n" + String(repeating: "x", count: 0xFFFF) + "\n"
            for _ in 0..<16 { try await raw.send(chunk) }
            #expect(try await raw.receiveAll().hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test(arguments: ["GARBAGE\n\n", "GET\n\n", "GET / HTTP/1.1\nHost: x\nA B: c\n\n", "\u{16}\u{3}\u{1}\n\n"])
    func `what is no HTTP is a 400 in the envelope, and the end`(text: String) async throws {
        try await withRaw { _, raw in
            try await raw.send(text)
            let answer = try await raw.receiveAll()
            #expect(answer.hasPrefix("HTTP/1.1 400"))
            #expect(answer.contains(#""error":"malformed_request""#))
            #expect(answer.lowercased().contains("x-request-id: "))
        }
    }

    @Test func `a broken chunk is a 400`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/partner/stream", "Transfer-Encoding: chunked"))
            try await raw.send("ZZ\nxx\n")
            let answer = try await raw.receiveAll()
            #expect(answer.hasPrefix("HTTP/1.1 400"))
            #expect(answer.contains(#""error":"malformed_request""#))
        }
    }

    @Test func `a length and a transfer encoding at once are a 400`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(
                head(nuntiq, "/api/v1/partner/echo", "Content-Length: 4\nTransfer-Encoding: chunked") + "0\n\n")
            #expect(try await raw.receiveAll().hasPrefix("HTTP/1.1 400"))
        }
    }

    @Test func `a head beyond its bound is a 431`() async throws {
        try await withRaw { _, raw in
            let padding = (0..<40).map { "X-Padding-\($0): \(String(repeating: "y", count: 1_000))\n" }.joined()
            try await raw.send("GET / HTTP/1.1\nHost: localhost\n\(padding)\n")
            let answer = try await raw.receiveAll()
            #expect(answer.hasPrefix("HTTP/1.1 431"))
            #expect(answer.contains(#""error":"head_too_large""#))
        }
    }

    @Test func `requests in one packet are answered in their order`() async throws {
        try await withRaw { _, raw in
            let get = { (id: String) in "GET /health/live HTTP/1.1\nHost: localhost\nX-Request-Id: \(id)\n\n" }
            try await raw.send(get("one") + get("two"))
            #expect(try await raw.receive(through: "live\"}").contains("one"))
            #expect(try await raw.receive(through: "live\"}").contains("two"))
        }
    }

    @Test func `HEAD has no body, and the connection goes on`() async throws {
        try await withRaw { _, raw in
            try await raw.send(
                "HEAD /health/live HTTP/1.1\nHost: localhost\n\nGET /health/live HTTP/1.1\nHost: localhost\n\n")
            let first = try await raw.receiveHead().lowercased()
            #expect(first.hasPrefix("http/1.1 200 ok") && first.contains("content-length: 17"))
            #expect(try await raw.receiveHead().hasPrefix("HTTP/1.1 200 OK"))
        }
    }

    @Test func `a small refused body does not cost the connection`() async throws {
        try await withRaw { nuntiq, raw in
            try await raw.send(head(nuntiq, "/api/v1/nothing", "Content-Length: 2") + "{}")
            #expect(try await raw.receive(through: "}").hasPrefix("HTTP/1.1 404"))
            try await raw.send("GET /health/live HTTP/1.1\nHost: localhost\n\n")
            #expect(try await raw.receiveHead().hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test func `who asks for the end of the connection gets it`() async throws {
        try await withRaw { _, raw in
            try await raw.send("GET /health/live HTTP/1.1\nHost: localhost\nConnection: close\n\n")
            #expect(try await raw.receiveAll().hasSuffix(#"{"status":"live"}"#))
        }
    }

    @Test(arguments: ["", "GET /health/live HT", "POST /api/v1/partner/echo HTTP/1.1\nContent-Length: 10\n\n{"])
    func `a connection on which nothing comes is closed`(text: String) async throws {
        try await withNuntiq(
            on: .sqlite, routes: TestRoutes.all, configure: { $0.idleMax = .milliseconds(50) }
        ) { nuntiq in
            try await RawConnection.open(port: nuntiq.port) { raw in
                try await raw.send(text)
                _ = try? await raw.receiveAll()  // a reset is an end too
            }
        }
    }
}
