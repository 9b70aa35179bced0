import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// The document and the reference as they are served.
@Suite
struct ReferenceTests {
    @Test(.proves("customer/openapi-covers-routes"))
    func `the document is served to anyone, cached by its entity tag`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let served = try await nuntiq.stranger.get("/api/openapi.json")
            #expect(served.status == 200)
            #expect(served["openapi"] == "3.1.0")
            #expect(served.header("Cache-Control") == "public, max-age=60")
            let tag = try #require(served.header("ETag"))
            for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
                let again = try await nuntiq.stranger.get("/api/openapi.json", headers: ["If-None-Match": known])
                #expect(again.status == 304 && again.bytes.isEmpty && again.header("ETag") == tag)
            }
            let other = try await nuntiq.stranger.get("/api/openapi.json", headers: ["If-None-Match": "\"other\""])
            #expect(other.status == 200)
        }
    }

    @Test func `nuntiq openapi prints what a server of the same address shows`() async throws {
        try await withTemporaryFolder { folder in
            let program = NuntiqProgram(folder: folder, environment: ["NUNTIQ_DATA": "\(folder)/data"])
            let result = try await program.run("openapi", "--api-url", "http://localhost:8080/api")
            let printed = try JSONValue.parse(Array(result.output.utf8), limits: .trusted)
            #expect(printed == (try await ContractWatch.shared.contract()).document)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/data"), "printing opens no installation")
        }
    }

    @Test func `the reference shows every call, runs no script but its own and asks nobody else`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let page = try await nuntiq.stranger.get("/docs")
            #expect(page.status == 200)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"))
            #expect(!policy.contains("unsafe"))
            for route in nuntiq.app.productRoutes where !route.isAbsolute {
                let id = try #require(route.description?.id)
                #expect(page.text.contains("<article class=\"call\" id=\"\(id)\""), "\(id)")
                #expect(page.text.contains("href=\"#\(id)\""), "\(id)")
            }
            #expect(
                !page.text.contains("style=\"") && !page.text.contains("<script>") && !page.text.contains("onclick"))
            #expect(page.text.matches(of: /(?:src|href)="(?:https?:)?\/\//).isEmpty)
            let ids = page.text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
            #expect(Set(ids).count == ids.count, "an id stands twice")
        }
    }

    @Test(arguments: [("/docs/reference.css", "text/css"), ("/docs/reference.js", "text/javascript")])
    func `what the reference needs is served beside it`(path: String, type: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let file = try await nuntiq.stranger.get(path)
            #expect(file.status == 200)
            #expect(file.header("Content-Type") == "\(type); charset=utf-8")
            #expect(file.header("ETag") != nil)
            #expect(!file.text.contains("https://"))
        }
    }

    @Test(arguments: [
        ("tokens.css", Tokens.css), ("reference.css", ReferenceStyle.css), ("reference.js", ReferenceScript.javaScript),
    ])
    func `the constants are the files`(name: String, text: String) throws {
        let root = URL(filePath: #filePath).appending(path: "../../../../Assets").standardizedFileURL
        let file = try String(contentsOf: root.appending(path: name), encoding: .utf8)
        #expect(text == file, "run Scripts/embed-assets")
    }

    @Test func `texts are escaped, in markup and in attributes`() {
        let html = HTML.element("p", ["title": "a\"b<&"], HTML("<b>&\"`x`"), .prose("`<i>` & more"))
        #expect(
            html.source
                == "<p title=\"a&quot;b&lt;&amp;\">&lt;b&gt;&amp;&quot;`x`<code>&lt;i&gt;</code> &amp; more</p>")
    }

    @Test func `JSON is shown with its decimals as they are`() {
        let number = JSONNumber("1234.50").map(JSONValue.number) ?? .null
        #expect(
            PrettyJSON.text(["a": [number, [:]], "b": []])
                == "{\n  \"a\": [\n    1234.50,\n    {}\n  ],\n  \"b\": []\n}")
    }
}
