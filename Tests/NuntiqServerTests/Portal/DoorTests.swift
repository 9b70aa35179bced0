import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Signing in and out, links, and what stands between them and others.
@Suite
struct DoorTests {
    @Test(.proves("portals/sign-in"), arguments: TestDatabase.allCases)
    func `who signs in gets where it wanted, and out again`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let browser = nuntiq.browser()
            let asked = try await browser.get("/account?x=1")
            #expect(asked.status == 303 && asked.header("Location") == "/sign-in?next=%2Faccount%3Fx%3D1")
            let door = try await browser.get("/sign-in?next=%2Faccount%3Fx%3D1")
            #expect(door.status == 200 && door.text.contains("Sign in to Acme Corp"))
            let opened = try await browser.submit(
                "/sign-in", on: "/sign-in",
                ["email": "Anna@acme.example", "password": TestNuntiq.password, "next": "/account?x=1"])
            #expect(opened.status == 303 && opened.header("Location") == "/account?x=1")
            let account = try await browser.get("/account?x=1")
            #expect(account.status == 200 && account.text.contains("anna@acme.example"))
            let again = try await browser.get("/sign-in?next=/account")
            #expect(again.status == 303 && again.header("Location") == "/account")
            let left = try await browser.submit("/sign-out", on: "/account")
            #expect(left.status == 303 && browser.jar["nuntiq-session"] == nil)
            #expect(try await browser.get("/account").status == 303)
        }
    }

    @Test(
        .proves("portals/no-open-redirect"),
        arguments: [
            "https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/a\nb", "evil",
        ])
    func `no address of another host is where signing in leads`(next: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let browser = nuntiq.browser()
            let opened = try await browser.submit(
                "/sign-in", on: "/sign-in",
                ["email": "anna@acme.example", "password": TestNuntiq.password, "next": next])
            #expect(opened.header("Location") == "/")
        }
    }

    @Test(.proves("portals/cookies"))
    func `cookies are host-only, unseen by scripts, and secure outside development`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let browser = nuntiq.browser()
            let opened = try await browser.submit(
                "/sign-in", on: "/sign-in", ["email": "anna@acme.example", "password": TestNuntiq.password])
            let cookie = try #require(opened.headers("Set-Cookie").first { $0.contains("session") })
            #expect(cookie.hasPrefix("nuntiq-session=") && cookie.contains("; HttpOnly; SameSite=Lax"))
            #expect(!cookie.contains("Domain") && !cookie.contains("Secure"))
        }
        try await withNuntiq(on: .sqlite, configure: { $0.isDevelopment = false }) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let opened = try await nuntiq.browser().submit(
                "/sign-in", on: "/sign-in", ["email": "anna@acme.example", "password": TestNuntiq.password])
            let cookie = try #require(opened.headers("Set-Cookie").first { $0.contains("session") })
            #expect(cookie.hasPrefix("__Host-nuntiq-session=") && cookie.contains("; Path=/; HttpOnly; SameSite=Lax"))
            #expect(cookie.hasSuffix("; Secure") && !cookie.contains("Domain"))
        }
    }

    @Test(.proves("operations/no-user-enumeration", "portals/throttle"), arguments: TestDatabase.allCases)
    func `a refusal says the same of everyone, then there is a wait`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            var pages: [[String]] = [[], []]
            for (index, name) in ["anna@acme.example", "nobody@acme.example"].enumerated() {
                let browser = nuntiq.browser()
                for _ in 0..<6 {
                    let page = try await browser.submit(
                        "/sign-in", on: "/sign-in", ["email": name, "password": "wrong"])
                    let words = page.text.firstMatch(of: /id="error"[^>]*>.*?<span>(.*?)<\/span>/)
                    pages[index].append("\(page.status) \(page.header("Retry-After") ?? "") \(words?.1 ?? "")")
                }
            }
            #expect(pages[0] == pages[1])
            #expect(
                pages[0][1].hasPrefix("401  Email and password do not match. After 3 more tries there is a wait of 5"))
            #expect(pages[0][5].hasPrefix("429 301 There were too many tries."))
            let right = try await nuntiq.browser().submit(
                "/sign-in", on: "/sign-in", ["email": "anna@acme.example", "password": TestNuntiq.password])
            #expect(right.status == 429)
            nuntiq.clock.advance(by: .seconds(301))
            let later = try await nuntiq.browser().submit(
                "/sign-in", on: "/sign-in", ["email": "anna@acme.example", "password": TestNuntiq.password])
            #expect(later.status == 303)
        }
    }

    @Test(.proves("portals/password-link"), arguments: TestDatabase.allCases)
    func `a forgotten password is answered alike and set anew by a mailed link`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let browser = nuntiq.browser()
            for name in ["nobody@acme.example", "anna@acme.example"] {
                let sent = try await browser.submit(
                    "/forgotten-password", on: "/forgotten-password", ["email": name])
                #expect(sent.status == 200 && sent.text.contains("If <span class=\"strong\">\(name)</span> belongs"))
            }
            try await nuntiq.work()
            let mails = try await nuntiq.stranger.get("/dev/mail.json")["messages"]?.array ?? []
            let resets = mails.filter { $0["subject"]?.string?.lowercased().contains("password") == true }
            #expect(resets.count == 1)
            let text = try #require(resets.first?["text"]?.string)
            let link = try #require(text.firstMatch(of: /http:\/\/acme\.localhost(\/set-password\?token=[0-9a-f]{64})/))
            let path = String(link.1)
            for _ in 0..<2 {
                let page = try await nuntiq.browser().get(path)  // a scanner opens it, and nothing is used up
                #expect(page.status == 200 && page.header("Referrer-Policy") == "no-referrer")
            }
            let token = String(path.split(separator: "=")[1])
            let short = try await browser.submit("/set-password", on: path, ["token": token, "password": "short"])
            #expect(short.status == 422 && short.text.contains("A password has at least 12 characters."))
            let set = try await browser.submit(
                "/set-password", on: path, ["token": token, "password": "nine purple kettles"])
            #expect(set.status == 303 && browser.jar["nuntiq-session"] != nil)
            #expect(try await nuntiq.browser().get(path).status == 410)
        }
    }

    @Test(.proves("portals/csrf"), arguments: TestDatabase.allCases)
    func `a form of another site, browser or session changes nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (anna, boss) = (try await nuntiq.browser(.clerk), try await nuntiq.browser(.admin))
            let page = try await boss.get("/account")
            let foreign = String(page.text.firstMatch(of: /name="csrf" value="([0-9a-f]*)"/)?.1 ?? "")
            for csrf in ["", "0123456789abcdef", foreign] {
                let answer = try await anna.post("/account/sessions", [("csrf", csrf)])
                #expect(answer.status == 403 && answer.text.contains("This page is out of date"))
            }
            let own = try await anna.get("/account")
            let csrf = String(own.text.firstMatch(of: /name="csrf" value="([0-9a-f]*)"/)?.1 ?? "")
            let crossed = try await anna.post(
                "/account/sessions", [("csrf", csrf)], headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(crossed.status == 403)
            #expect(try await anna.post("/account/sessions", [("csrf", csrf)]).status == 303)
        }
    }

    @Test(arguments: ["evil.example", "acme.localhost.evil.example", "acme.evil.example"])
    func `a host that is not ours never stands in a link or cookie`(host: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let browser = nuntiq.browser(at: host)
            let sent = try await browser.submit(
                "/forgotten-password", on: "/forgotten-password", ["email": "anna@acme.example"])
            #expect(!sent.text.contains(host))
            try await nuntiq.work()
            let mails = try await nuntiq.stranger.get("/dev/mail.json")
            #expect(!mails.text.contains("evil"))
            #expect(try await browser.get("/account").status == 303)
            #expect(try await browser.get("/partners").status == 404, "no tenant, no portal")
        }
    }

    @Test func `hostile names are shown as they are`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let name = "<script>alert(1)</script>\"'&{{x}}"
            let user = try await nuntiq.person("anna@acme.example", .clerk)
            _ = try await nuntiq.app.users.change(user.id, in: nuntiq.tenant.id, by: .console) { $0.firstName = name }
            let browser = nuntiq.browser()
            _ = try await browser.submit(
                "/sign-in", on: "/sign-in", ["email": "anna@acme.example", "password": TestNuntiq.password])
            let page = try await browser.get("/account", headers: ["User-Agent": name])
            #expect(page.status == 200 && !page.text.contains("<script>alert"))
            #expect(page.text.contains("&lt;script&gt;alert(1)"))
        }
    }
}
