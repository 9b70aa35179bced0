@testable import NuntiqConnector
import Foundation
import NuntiqTesting
import Testing

struct ConnectorFileTests {
    @Test(arguments: [
        ("invoice.pdf", "invoice.pdf"), ("../../etc/passwd", "passwd"), ("C:\\temp\\a.pdf", "a.pdf"), ("..", "file"),
        ("", "file"), ("a\u{0}b\n.pdf", "ab.pdf"),
        (String(repeating: "ü", count: 200) + ".pdf", String(repeating: "ü", count: 73) + ".pdf"),
    ])
    func `a name from outside is cleaned`(name: String, clean: String) {
        #expect(WorkDirectory.cleaned(name) == clean)
    }

    @Test func `files of one name stand beside each other`() async throws {
        try await withTemporaryFolder { folder in
            let work = WorkDirectory(root: folder, name: "run")
            let first = try work.write([1], named: "a.pdf")
            let second = try work.write([2], named: "a.pdf")
            #expect([first, second] == ["\(folder)/run/a.pdf", "\(folder)/run/a-2.pdf"])
            #expect(try Data(contentsOf: URL(filePath: first)) == Data([1]))
        }
    }

    @Test(arguments: ["../a", "/tmp/a", "a/b", "..", ""]) func `a name that leads elsewhere is refused`(name: String) {
        #expect(throws: WorkDirectoryError.leaves(name: name)) {
            try WorkDirectory(root: "/tmp", name: "x").check(name)
        }
    }

    @Test func `a link in the folder is not followed`() async throws {
        try await withTemporaryFolder { folder in
            let work = WorkDirectory(root: folder, name: "run")
            try FileManager.default.createSymbolicLink(
                atPath: "\(try work.path)/a.pdf", withDestinationPath: "\(folder)/outside")
            #expect(try work.write([1], named: "a.pdf").hasSuffix("/a-2.pdf"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/outside"))
        }
    }
}
