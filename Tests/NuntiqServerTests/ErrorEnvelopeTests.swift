import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqTesting
import Testing

@Suite
struct ErrorEnvelopeTests {
    private func withShell(_ body: @escaping @Sendable (TestNuntiq) async throws -> Void) async throws {
        try await withNuntiq(on: .sqlite, routes: TestRoutes.all, body)
    }

    @Test(.proves("partner/envelope-error", "partner/request-id"))
    func `an unknown route is a 404 in the envelope`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.stranger.get("/api/v1/nothing")
            #expect(answer.status == 404)
            #expect(answer["success"] == false)
            #expect(answer["error"] == "not_found")
            #expect(answer["message"]?.string?.contains("/api/v1/nothing") == true)
            #expect(answer["request_id"]?.string == answer.header("X-Request-Id"))
        }
    }

    @Test func `a wrong method is a 405 that says which are possible`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.customerAPI.call(.put, "/api/v1/things/7")
            #expect(answer.status == 405)
            #expect(answer.header("Allow") == "GET, HEAD, DELETE, OPTIONS")
            #expect(answer["error"] == "method_not_allowed")
        }
    }

    @Test func `OPTIONS tells the methods`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.stranger.call(.options, "/api/v1/things/7")
            #expect(answer.status == 204)
            #expect(answer.header("Allow") == "GET, HEAD, DELETE, OPTIONS")
        }
    }

    @Test func `HEAD is GET without the body`() async throws {
        try await withShell { nuntiq in
            let get = try await nuntiq.customerAPI.get("/api/v1/things/7")
            let head = try await nuntiq.customerAPI.call(.head, "/api/v1/things/7")
            #expect(head.status == 200)
            #expect(head.bytes.isEmpty)
            #expect(head.header("Content-Length") == get.header("Content-Length"))
        }
    }

    @Test(.proves("partner/401-missing-header"))
    func `a missing key is named`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.stranger.post("/api/v1/partner/echo", [:])
            #expect(answer.status == 401)
            #expect(answer["message"]?.string?.contains("X-API-Key is missing") == true)
            #expect(answer.header("WWW-Authenticate") == "X-API-Key realm=\"nuntiq\"")
        }
    }

    @Test(.proves("partner/401-invalid"), arguments: ["sk_", "nonsense", "sk_0000000000000000000000000000", ""])
    func `a key that is none is an invalid key`(key: String) async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.showing(key).post("/api/v1/partner/echo", [:])
            #expect(answer.status == 401)
            #expect(answer["message"] == "Invalid API Key")
        }
    }

    @Test(.proves("partner/key-on-customer-api-401"))
    func `a partner's key on the customer API is a 401`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.get("/api/v1/things/7")
            #expect(answer.status == 401)
            #expect(answer["message"] == "Invalid API Key")
        }
    }

    @Test(.proves("partner/401-expired"))
    func `an expired key is told when and where to make a new one`() async throws {
        try await withShell { nuntiq in
            nuntiq.clock.advance(by: .seconds(86_400 * 91))
            let answer = try await nuntiq.partnerAPI.post("/api/v1/partner/echo", [:])
            #expect(answer.status == 401)
            #expect(answer["success"] == false)
            #expect(answer["error"] == "key_expired")
            let url = "http://acme.localhost/supplier-access/regenerate"
            #expect(answer["regenerate_url"]?.string == url)
            #expect(answer["message"]?.string == "This API key expired on 2026-05-30. Generate a new key at \(url)")
        }
    }

    @Test func `an API user has no partner keys`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.customerAPI.get("/api/v1/partner/keys-only")
            #expect(answer.status == 403)
            #expect(answer["error"] == "partner_key_needed")
        }
    }

    @Test(.proves("partner/415"))
    func `a body of another media type is a 415`() async throws {
        try await withShell { nuntiq in
            for type in ["text/plain", "application/x-www-form-urlencoded", nil] {
                let answer = try await nuntiq.partnerAPI.call(
                    .post, "/api/v1/partner/echo", body: .text("{}", contentType: type))
                #expect(answer.status == 415)
                #expect(answer["error"] == "unsupported_media_type")
            }
        }
    }

    @Test func `an encoded body is a 415`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.post(
                "/api/v1/partner/echo", [:], headers: ["Content-Encoding": "gzip"])
            #expect(answer.status == 415)
            #expect(answer["error"] == "unsupported_content_encoding")
        }
    }

    @Test(.proves("partner/envelope-success"))
    func `a media type may have parameters`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.call(
                .post, "/api/v1/partner/echo",
                body: .text("{\"a\":1.10}", contentType: "Application/JSON; charset=UTF-8"))
            #expect(answer.status == 200)
            #expect(answer.text == #"{"success":true,"data":{"a":1.10}}"#)
        }
    }

    @Test func `a missing body is a 400`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.call(.post, "/api/v1/partner/echo")
            #expect(answer.status == 400)
            #expect(answer["error"] == "body_missing")
        }
    }

    @Test func `malformed JSON is told with its position`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.call(
                .post, "/api/v1/partner/echo", body: .text(#"{"invoice": {"a": tru}}"#))
            #expect(answer.status == 400)
            #expect(answer["error"] == "malformed_json")
            #expect(answer["message"]?.string?.contains("byte 21") == true)
        }
    }

    @Test func `a body that is no object is a 400`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.partnerAPI.post("/api/v1/partner/echo", ["a", "b"])
            #expect(answer.status == 400)
            #expect(answer["message"] == "The body must be a JSON object, but it is an array.")
        }
    }

    @Test func `a defect reveals nothing`() async throws {
        try await withShell { nuntiq in
            let answer = try await nuntiq.stranger.get("/defect")
            #expect(answer.status == 500)
            #expect(answer["error"] == "internal_error")
            #expect(!answer.text.contains("Defect") && !answer.text.contains("connection string"))
        }
    }

    @Test(.proves("operations/security-headers"))
    func `every answer has security headers`() async throws {
        try await withShell { nuntiq in
            for path in ["/health/live", "/api/v1/nothing", "/defect"] {
                let answer = try await nuntiq.stranger.get(path)
                #expect(answer.header("X-Content-Type-Options") == "nosniff")
                #expect(answer.header("Cache-Control") == "no-store")
                #expect(answer.header("Content-Security-Policy") == "default-src 'none'; frame-ancestors 'none'")
                #expect(answer.header("Referrer-Policy") == "no-referrer")
                #expect(answer.header("Date")?.hasSuffix("GMT") == true)
            }
        }
    }
}
