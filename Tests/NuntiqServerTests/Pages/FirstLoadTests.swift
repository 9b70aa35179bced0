import HTTPTypes
import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// What a browser loads the first time it opens a page, as it comes over the wire.
@Suite
struct FirstLoadTests {
    private static let bytesMax = 60_000
    /// What a developer loads, and what is no page.
    private static let others = ["/api", "/assets", "/dev", "/docs", "/health", "/metrics"]

    @Test(.proves("portals/first-load"))
    func `every page with all that it needs is less than 60 kB compressed`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            var invoice: Token?
            for number in 1...60 {
                let token = try await nuntiq.seeder.insert(
                    .with { seed in
                        seed.number = "INV-\(number * 7_919)"
                        seed.status = .needsReview
                        seed.supplierName = "Supplier \(number * 31) of many, Gesellschaft mit beschränkter Haftung"
                    })
                invoice = invoice ?? token
            }
            let (admin, operators) = (try await nuntiq.browser(.admin), try await nuntiq.browser(.operator))
            var pages = 0
            for route in nuntiq.app.productRoutes + nuntiq.app.portalRoutes where isPage(route) {
                let browser = route.access == .portal(.operator) ? operators : admin
                let path = try await path(of: route, nuntiq, invoice)
                let bytes = try await load(path, browser)
                if bytes > 0 { pages += 1 }
                #expect(bytes < Self.bytesMax, "\(path): \(bytes)")
            }
            #expect(pages > 25)
        }
    }

    private func isPage(_ route: Route) -> Bool {
        guard route.method == .get, route.isAbsolute, !route.path.hasSuffix("{file}") else { return false }
        return !Self.others.contains { route.path.hasPrefix($0) }
    }

    private func path(of route: Route, _ nuntiq: TestNuntiq, _ invoice: Token?) async throws -> String {
        let user = try await nuntiq.app.users.list(nuntiq.tenant.id).first?.id ?? 0
        let id =
            route.path.hasPrefix("/settings/users")
            ? String(user)
            : route.path.hasPrefix("/admin") ? String(nuntiq.tenant.id.rawValue) : String(nuntiq.partner.id)
        let path = route.path == "/invoices" ? "/invoices?state=all" : route.path
        return path.replacing("{id}", with: id).replacing("{token}", with: invoice?.description ?? "")
            .replacing(/\{\w+\}/, with: "1")
    }

    /// The bytes of a page and of every file that it names; none where there is no page.
    private func load(_ path: String, _ browser: TestBrowser) async throws -> Int {
        let gzip = ["Accept-Encoding": "gzip"]
        let plain = try await browser.get(path)
        guard plain.status != 303, plain.header("Content-Type")?.hasPrefix("text/html") == true else { return 0 }
        var bytes = try await browser.get(path, headers: gzip).bytes.count
        let files = Set(plain.text.matches(of: /"(\/assets\/[^"#]+)/).map { String($0.1) })
        #expect(files.count >= 3, "\(path)")
        for file in files {
            let answer = try await browser.get(file, headers: gzip)
            #expect(answer.status == 200 && answer.header("Cache-Control")?.contains("immutable") == true, "\(file)")
            bytes += answer.bytes.count
        }
        return bytes
    }
}
