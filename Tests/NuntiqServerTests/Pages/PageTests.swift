import Foundation
import HTTPTypes
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// What every page stands on: templates, files, errors, forms, cookies.
@Suite
struct PageTests {
    static let html = ["Accept": "text/html,*/*"]

    @Test(arguments: ["/nowhere", "/assets/none.0.css"])
    func `an error is a page for a browser and JSON for a program`(path: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let page = try await nuntiq.stranger.get(path, headers: Self.html)
            #expect(page.status == 404)
            #expect(page.header("Content-Type") == "text/html; charset=utf-8")
            #expect(page.header("Referrer-Policy") == "no-referrer")
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.contains("script-src 'self';") && !policy.contains("unsafe"))
            #expect(page.text.contains(try #require(page.header("X-Request-Id"))))
            #expect(!page.text.contains("style=\"") && !page.text.contains("<script>"))
            let json = try await nuntiq.stranger.get(path)
            #expect(json["error"] == "not_found")
            let api = try await nuntiq.stranger.get("/api/v1/nowhere", headers: Self.html)
            #expect(api["error"] == "not_found", "the API stays JSON")
        }
    }

    @Test func `files are kept for ever under a name that changes with them`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let page = try await nuntiq.stranger.get("/nowhere", headers: Self.html)
            let paths = page.text.matches(of: #/"(/assets/[^"#]+)/#).map { String($0.1) }
            #expect(paths.count >= 3)
            for path in paths {
                let file = try await nuntiq.stranger.get(path)
                #expect(file.status == 200)
                #expect(file.header("Cache-Control") == "public, max-age=31536000, immutable")
            }
            let old = try await nuntiq.stranger.get("/assets/site.0000000000.css")
            #expect(old.status == 200 && old.header("Cache-Control") == "no-cache")
            #expect(old.text.contains("--accent:") && old.text.contains(".button.primary"))
        }
    }

    @Test(arguments: [("pages", "mustache", PageTemplates.all), ("site", "css js svg", SiteFiles.all)])
    func `the templates and files in the program are those of Assets`(
        folder: String, endings: String, embedded: [String: String]
    ) throws {
        let root = URL(filePath: #filePath).appending(path: "../../../../Assets/\(folder)").standardizedFileURL.path
        let endings = endings.split(separator: " ").map { ".\($0)" }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { path in endings.contains { path.hasSuffix($0) } }
        var files: [String: String] = [:]
        for path in paths {
            let name = path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : path
            files[name] = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        }
        #expect(files == embedded, "run Scripts/embed-assets")
        #expect(files.values.allSatisfy { !$0.contains("{{{") && !$0.contains("{{&") }, "escape every value")
    }

    @Test func `hostile values are shown as they are`() {
        let error = KeyError.labelTaken("<script>alert('1')</script>\"&")
        let pages = Pages(ServerConfiguration(), secrets: Self.secrets, environment: TestClock().environment)
        let frame = pages.frame(theme: .dark, csrf: "")
        let html = pages.library.html(ErrorPage(error, reference: "<r>", path: "//evil", frame: frame))
        let text = String(decoding: html, as: UTF8.self)
        #expect(!text.contains("<script>alert") && !text.contains("<r>") && !text.contains("\"//evil"))
        #expect(text.contains("&lt;script&gt;alert(&#39;1&#39;)"))
        #expect(text.contains("<html lang=\"en\" data-theme=\"dark\">"))
    }

    @Test func `a form is taken apart, bounded and without broken bytes`() throws {
        let form = try #require(Form("a=1&b=x+y%26%C3%A4&a=2&c&=z"))
        #expect(form["a"] == "1" && form.all("a") == ["1", "2"] && form["b"] == "x y&ä")
        #expect(form.has("c") && form["c"] == "" && !form.has("d") && form["d"] == "")
        for broken in ["a=%", "a=%zz", "a=%00", "a=%ff"] { #expect(Form(broken) == nil, "\(broken)") }
        #expect(Form(String(repeating: "a=1&", count: 1_001)) == nil)
    }

    @Test(arguments: [
        ("/invoices?state=1", "/invoices?state=1"), ("//evil.example", "/"), ("https://evil.example", "/"), ("", "/"),
        ("/\\evil.example", "/"), ("/a\r\nSet-Cookie: x", "/"), ("/ä", "/"),
    ])
    func `a redirect stays on this host`(wanted: String, path: String) {
        #expect(LocalPath(wanted).text == path)
    }

    @Test(arguments: [true, false])
    func `cookies are host-only, unseen by scripts, and Secure outside development`(isDevelopment: Bool) throws {
        let rules = CookieRules(isDevelopment: isDevelopment)
        let field = rules.field(setting: .theme, to: "dark").value
        let (prefix, end) = isDevelopment ? ("", "") : ("__Host-", "; Secure")
        #expect(field == "\(prefix)nuntiq-theme=dark; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax\(end)")
        #expect(rules.value(of: .theme, in: [.cookie: "a=b; \(prefix)nuntiq-theme=dark"]) == "dark")
        #expect(rules.value(of: .theme, in: [.cookie: "x\(prefix)nuntiq-theme=dark"]) == nil)
        #expect(rules.value(of: .theme, in: [.cookie: "\(prefix)nuntiq-theme=<script>"]) == nil)
    }

    static let secrets = Secrets(masterKey: Array(repeating: 7, count: 32))
}
