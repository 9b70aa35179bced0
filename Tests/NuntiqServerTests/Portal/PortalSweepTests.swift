import HTTPTypes
import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Every route of the portals, tried by everyone who may not call it.
@Suite
struct PortalSweepTests {
    /// A route with the ids of `acme` in its path.
    private struct Door: CustomStringConvertible {
        let route: Route
        let path: String
        let least: Role

        var description: String { "\(route.method) \(path)" }
    }

    @Test(.proves("portals/no-session"), arguments: TestDatabase.allCases)
    func `nobody gets in without a session, or with one of another tenant`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let other = try await nuntiq.otherBrowser()
            let token = try #require(other.jar["nuntiq-session"])
            for door in try await doors(nuntiq) {
                let (stranger, foreigner) = (nuntiq.browser(), nuntiq.browser())
                foreigner.hold("nuntiq-session", token)
                for browser in [stranger, foreigner] {
                    let answer = try await knock(door, browser)
                    #expect(answer.status == 303, "\(door)")
                    #expect(answer.header("Location")?.hasPrefix("/sign-in") == true, "\(door)")
                }
            }
        }
    }

    @Test(.proves("portals/roles"), arguments: TestDatabase.allCases)
    func `a lesser role is refused, and so is a form without its token`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            var browsers: [Role: TestBrowser] = [:]
            for role in Role.ofTenants { browsers[role] = try await nuntiq.browser(role) }
            for door in try await doors(nuntiq) {
                for role in Role.ofTenants where role < door.least {
                    let answer = try await knock(door, try #require(browsers[role]))
                    #expect(answer.status == 403, "\(role) \(door)")
                }
                guard door.route.method == .post, let browser = browsers[door.least] else { continue }
                let answer = try await browser.post(door.path, [("csrf", "00")])
                #expect(answer.status == 403 && answer.text.contains("out of date"), "\(door)")
            }
        }
    }

    @Test(.proves("portals/tenant-isolation"), arguments: TestDatabase.allCases)
    func `another tenant's administrator finds nothing of ours, and changes nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let boss = try await nuntiq.otherBrowser()
            let before = try await state(nuntiq)
            for door in try await doors(nuntiq) where door.route.path.contains("{") && door.least != .operator {
                let answer =
                    door.route.method == .get
                    ? try await boss.get(door.path)
                    : try await boss.submit(
                        door.path, on: "/account",
                        ["email": "it@globex.example", "key": nuntiq.key.key.id.description, "role": "viewer"])
                #expect([400, 404, 422].contains(answer.status), "\(door): \(answer.status)")
                #expect(!answer.text.contains("Globex"), "\(door)")
            }
            #expect(try await state(nuntiq) == before)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an operator sees every page of its own, enters a tenant with a reason, and decides nothing there`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let browser = try await nuntiq.browser(.operator)
            for tab in AdminTab.allCases {
                let page = try await browser.get(tab.path)
                #expect(page.status == 200 && page.text.contains("<h1>Admin</h1>"), "\(tab)")
            }
            let path = "/admin/tenants/\(nuntiq.tenant.id.rawValue)"
            let refused = try await browser.submit("\(path)/enter", on: path, ["reason": ""])
            #expect(refused.status == 400 && refused.text.contains("Give a reason"))
            let entered = try await browser.submit("\(path)/enter", on: path, ["reason": "Ticket <4711>"])
            let link = try #require(
                entered.text.firstMatch(of: /href="http:\/\/acme\.localhost(\/admin\/enter\?token=\w+)"/))
            let inside = nuntiq.browser()
            #expect(try await inside.get(String(link.1)).status == 303)
            #expect(try await nuntiq.browser().get(String(link.1)).status == 410)
            let partners = try await inside.get("/partners")
            #expect(partners.status == 200 && partners.text.contains("as operator: Ticket &lt;4711&gt;"))
            for door in try await doors(nuntiq) where door.least == .clerk || door.least == .approver {
                #expect(try await knock(door, inside).status == 403, "\(door)")
            }
        }
    }

    private func knock(_ door: Door, _ browser: TestBrowser) async throws -> TestAnswer {
        door.route.method == .get
            ? try await browser.get(door.path) : try await browser.post(door.path, [("csrf", "00")])
    }

    private func doors(_ nuntiq: TestNuntiq) async throws -> [Door] {
        let user = try await nuntiq.app.users.list(nuntiq.tenant.id).first?.id ?? 0
        let routes = nuntiq.app.productRoutes + nuntiq.app.portalRoutes
        let doors: [Door] = routes.compactMap { route in
            guard case .portal(let least) = route.access else { return nil }
            let id =
                route.path.hasPrefix("/settings/users")
                ? String(user)
                : route.path.hasPrefix("/admin") ? String(nuntiq.tenant.id.rawValue) : String(nuntiq.partner.id)
            let path = route.path.replacing("{id}", with: id)
                .replacing(/\{\w+\}/, with: "0197f3a2-5c1e-7d44-9a37-0b8e6f1c2d3e")
            return Door(route: route, path: path, least: least)
        }
        #expect(doors.count > 30)
        return doors
    }

    /// What must not change.
    private func state(_ nuntiq: TestNuntiq) async throws -> [String] {
        let tenant = nuntiq.tenant.id
        let partners = Partners(database: nuntiq.app.database)
        return [
            "\(try await partners.find(String(nuntiq.partner.id), in: tenant))",
            "\(try await nuntiq.app.keys.list(of: nuntiq.partner.id, in: tenant).map { [$0.revokedAt, $0.expiresAt] })",
            "\(try await nuntiq.app.users.list(tenant))",
        ]
    }
}
