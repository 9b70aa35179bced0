import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Forms of ours, and of others.
@Suite
struct FormGuardTests {
    private static let pages = Pages(
        ServerConfiguration(), secrets: PageTests.secrets, environment: TestClock().environment)
    private static let about = SiteCookie(name: "about", lifetimeSeconds: nil)
    private static let routes: [Route] = [
        .form(
            "/shade", of: pages, scope: about, summary: "A form as any other.",
            use: ThemeRoutes(pages: pages, scope: about).choose)
    ]
    private static let type = "application/x-www-form-urlencoded"

    @Test func `a form of this browser about this session is taken`() async throws {
        try await withNuntiq(on: .sqlite, routes: Self.routes) { nuntiq in
            let answer = try await Self.send("theme=dark&return=/invoices", nuntiq, scope: "s1")
            #expect(answer.status == 303 && answer.header("Location") == "/invoices")
            #expect(answer.header("Set-Cookie")?.hasPrefix("nuntiq-theme=dark;") == true)
            let away = try await Self.send("theme=system&return=//evil.example", nuntiq, scope: "s1")
            #expect(away.header("Location") == "/")
            #expect(away.header("Set-Cookie")?.hasPrefix("nuntiq-theme=; Max-Age=0") == true)
        }
    }

    @Test func `a form of another browser, session or site is a 403 page`() async throws {
        try await withNuntiq(on: .sqlite, routes: Self.routes) { nuntiq in
            let refused = [
                try await Self.send("theme=dark", nuntiq, scope: "s2"),
                try await Self.send("theme=dark", nuntiq, scope: "s1", browser: "other"),
                try await Self.send("theme=dark", nuntiq, scope: "s1", browser: nil),
                try await Self.send("theme=dark", nuntiq, scope: "s1", token: ""),
                try await Self.send("theme=dark", nuntiq, scope: "s1", more: ["Sec-Fetch-Site": "cross-site"]),
                try await Self.send("theme=dark", nuntiq, scope: "s1", more: ["Origin": "http://evil.example"]),
            ]
            for answer in refused {
                #expect(answer.status == 403 && answer.header("Set-Cookie") == nil)
                #expect(answer.text.contains("This page is out of date"))
            }
            let own = try await Self.send("theme=dark", nuntiq, scope: "s1", more: ["Origin": "http://localhost"])
            #expect(own.status == 303)
        }
    }

    @Test func `a form of another type, or one too large, is refused`() async throws {
        try await withNuntiq(on: .sqlite, routes: Self.routes) { nuntiq in
            let json = try await nuntiq.stranger.post("/shade", ["theme": "dark"])
            #expect(json.status == 415)
            let large = Body.text(String(repeating: "a", count: Form.bytesMax + 1), contentType: Self.type)
            #expect(try await nuntiq.stranger.call(.post, "/shade", body: large).status == 413)
            let broken = Body.text("a=%zz", contentType: Self.type)
            #expect(try await nuntiq.stranger.call(.post, "/shade", body: broken).status == 400)
        }
    }

    private static func send(
        _ form: String, _ nuntiq: TestNuntiq, scope: String, browser: String? = "b1", token: String? = nil,
        more: [String: String] = [:]
    ) async throws -> TestAnswer {
        let token = token ?? pages.forms.token(browser: "b1", scope: "s1")
        let cookie = ["about=\(scope)"] + (browser.map { ["nuntiq-form=\($0)"] } ?? [])
        let headers = ["Accept": "text/html", "Cookie": cookie.joined(separator: "; ")].merging(more) { $1 }
        return try await nuntiq.stranger.call(
            .post, "/shade", body: .text("\(form)&csrf=\(token)", contentType: type), headers: headers)
    }
}
