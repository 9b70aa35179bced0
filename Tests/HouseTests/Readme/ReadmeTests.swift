import Foundation
import NuntiqServer
import NuntiqTesting
import Testing

struct ReadmeTests {
    @Test(.proves("operations/make-run", "operations/make-demo"), .timeLimit(.minutes(20)))
    func `every command of the README works as it stands`() async throws {
        let blocks = ShellBlock.all(in: try SourceTree.text("README.md"))
        try #require(blocks.count >= 5)
        try await withTemporaryFolder { folder in
            let script = ReadmeScript(blocks: blocks, port: try freePort(), folder: folder)
            let shell = Shell(workingFolder: SourceTree.root, outputFolder: folder)
            let result = try await shell.run(script.text)
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(result.output.hasSuffix("README ends\n"), "\(result.output)")
            #expect(result.output.contains(#""new_status":"Processed""#), "\(result.output)")
        }
    }

    @Test func `the README tells its story in order`() throws {
        let headings = try SourceTree.text("README.md").split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(
            headings == [
                "# Nuntiq", "## See it in a minute", "## Submit an invoice", "## Write a connector",
                "## Run it in production", "## How it is built",
            ])
    }

    @Test func `every link of the pages leads somewhere`() throws {
        let pages = ["README.md"] + (try SourceTree.paths(under: "docs")).filter { $0.hasSuffix(".md") }
        for page in pages {
            let folder = page.split(separator: "/").dropLast().joined(separator: "/")
            for link in try SourceTree.text(page).matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
                let target = SourceTree.root.appending(path: folder).appending(path: String(link.1)).standardizedFileURL
                #expect(FileManager.default.fileExists(atPath: target.path), "\(page) links to \(link.1)")
            }
        }
    }

    @Test func `operations lists every setting`() throws {
        let page = try SourceTree.text("docs/operations.md")
        for name in SettingName.allCases {
            #expect(page.contains("| `\(name.environmentName)` | `\(name.flagName)`, `\(name.rawValue)` |"))
        }
    }

    @Test func `shell blocks are told from others`() {
        let page = "a\n```json\n{}\n```\n```sh\nmake run\ncurl x\n```\n```\n```sh\n```\n"
        #expect(ShellBlock.all(in: page) == [ShellBlock(line: 6, text: "make run\ncurl x\n")])
    }
}
