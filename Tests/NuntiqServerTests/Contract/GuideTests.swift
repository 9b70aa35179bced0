import Foundation
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// The guides against the routes that they are about.
@Suite
struct GuideTests {
    @Test func `the guide for connectors lists every error of its routes`() async throws {
        let guide = try Self.page("docs/claim-guide.md")
        try await withNuntiq(on: .sqlite) { nuntiq in
            let roots = ["/v1/invoices", "/v1/leases", "/v1/lifecycle", "/v1/invoice-lifecycle", "/v1/attachment/"]
            let routes = nuntiq.app.productRoutes.filter { route in roots.contains { route.path.hasPrefix($0) } }
            #expect(routes.count > 15)
            let codes =
                routes.flatMap { RouteErrors($0).byStatus.flatMap(\.codes) } + ["not_found", "method_not_allowed"]
            for code in Set(codes).sorted() {
                #expect(guide.contains("`\(code)`"), "docs/claim-guide.md does not tell what to do about \(code)")
            }
        }
    }

    @Test func `the guide for connectors promises what the contract promises, and names every step`() throws {
        let guide = try Self.page("docs/claim-guide.md")
        for step in [
            "/invoices/claim", "/acknowledge", "/lease", "/posting-intent", "/integration-result", "/hold", "/release",
            "/reject", "/cancel", "/reprocess", "/settle", "/lifecycle-messages", "/invoice-lifecycle-messages",
        ] { #expect(guide.contains(step), "\(step) is missing") }
        #expect(guide.contains("Nothing beyond this is promised."))
    }

    private static func page(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
