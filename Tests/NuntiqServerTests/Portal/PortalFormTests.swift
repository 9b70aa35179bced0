import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Every form there is, taken from the table of routes, and every page whose address carries a token.
@Suite
struct PortalFormTests {
    /// What mail programs post by one click; its token is the proof (RFC 8058).
    private static let oneClick = "/supplier-access/unsubscribe"

    @Test(.proves("portals/csrf"), arguments: TestDatabase.allCases)
    func `no form is taken without its token, with another browser's, or from another site`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let (boss, other) = (try await nuntiq.browser(.admin), try await nuntiq.browser(.clerk))
            let operators = try await nuntiq.browser(.operator)
            let foreign = try await other.csrf(on: "/account")
            let forms = (nuntiq.app.productRoutes + nuntiq.app.portalRoutes).filter { route in
                route.body.mediaType == "application/x-www-form-urlencoded" && route.path != Self.oneClick
            }
            #expect(forms.count > 30)
            for form in forms {
                let browser = form.access == .portal(.operator) ? operators : boss
                let path = form.path.replacing(/\{\w+\}/, with: "1")
                for csrf in ["", foreign] {
                    let answer = try await browser.post(path, [("csrf", csrf)])
                    #expect(answer.status == 403 && answer.text.contains("out of date"), "\(path)")
                }
                let own = try await browser.csrf(on: "/account")
                for headers in [["Sec-Fetch-Site": "cross-site"], ["Origin": "https://evil.example"]] {
                    #expect(try await browser.post(path, [("csrf", own)], headers: headers).status == 403, "\(path)")
                }
            }
        }
    }

    @Test(.proves("portals/no-token-in-logs"), arguments: TestDatabase.allCases)
    func `a token in an address is in no log, and no page tells it to another site`(kind: TestDatabase) async throws {
        let lines = LogLines()
        try await withNuntiq(on: kind, logger: lines.logger(.json)) { nuntiq in
            let preferences = try await nuntiq.app.emailPreferences.token(
                for: "it@globex.example", of: nuntiq.partner.id, in: nuntiq.tenant.id)
            let invited = try await nuntiq.app.users.create(
                NewUser(email: "new@acme.example", role: .clerk), in: nuntiq.tenant.id, by: .console)
            let tokens = [preferences, try #require(invited.token), String(repeating: "0f", count: 24)]
            for path in [
                "/set-password", "/admin/enter", "/supplier-access/regenerate", "/supplier-access/invoices",
                "/supplier-access/email-preferences", Self.oneClick,
                "/api/v1/partner/supplier-access/email-preferences",
            ] {
                for token in tokens {
                    let answer = try await nuntiq.browser().get("\(path)?token=\(token)")
                    #expect(answer.header("Referrer-Policy") == "no-referrer", "\(path)")
                    #expect(answer.header("Location")?.contains(token) != true, "\(path)")
                    #expect(!answer.text.contains(/(src|href)="https?:\/\/(?!acme\.localhost|localhost)/), "\(path)")
                }
            }
            let log = lines.texts.joined()
            #expect(lines.texts.count >= 21)
            for token in tokens { #expect(!log.contains(token)) }
        }
    }

    @Test(.proves("operations/no-user-enumeration"), arguments: TestDatabase.allCases)
    func `an unknown name costs as much work as a wrong password`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, configure: { $0.passwordCost = PasswordHash.Cost(logarithm: 11, lanes: 1) }) {
            nuntiq in
            try await nuntiq.person("anna@acme.example", .clerk)
            let clock = ContinuousClock()
            var fastest: [Duration] = []
            for name in ["anna@acme.example", "nobody@acme.example"] {
                let browser = nuntiq.browser()
                let csrf = try await browser.csrf(on: "/sign-in")
                var times: [Duration] = []
                for _ in 0..<4 {
                    let time = try await clock.measure {
                        _ = try await browser.post(
                            "/sign-in", [("csrf", csrf), ("email", name), ("password", "wrong")])
                    }
                    times.append(time)
                }
                fastest.append(times.min() ?? .zero)
            }
            #expect((0.3...3.3).contains(fastest[0] / fastest[1]), "\(fastest)")
        }
    }
}
