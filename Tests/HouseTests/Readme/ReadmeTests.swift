import Foundation
import NuntiqServer
import Testing

struct ReadmeTests {
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
