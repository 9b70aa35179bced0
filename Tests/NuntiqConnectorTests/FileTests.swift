@testable import NuntiqConnector
import Foundation
import NuntiqModel
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
            let work = work(in: folder)
            let first = try work.write([1], named: "a.pdf")
            let second = try work.write([2], named: "a.pdf")
            let made = "\(folder)/run_20260516-143211-250"
            #expect([first, second] == ["\(made)/a.pdf", "\(made)/a-2.pdf"])
            #expect(try Data(contentsOf: URL(filePath: first)) == Data([1]))
        }
    }

    @Test(arguments: ["../a", "/tmp/a", "a/b", "..", ""]) func `a name that leads elsewhere is refused`(name: String) {
        #expect(throws: WorkDirectoryError.leaves(name: name)) {
            try work(in: "/tmp").path(of: name)
        }
    }

    @Test func `a link in the folder is not followed`() async throws {
        try await withTemporaryFolder { folder in
            let work = work(in: folder)
            try FileManager.default.createSymbolicLink(
                atPath: "\(try work.path)/a.pdf", withDestinationPath: "\(folder)/outside")
            #expect(try work.write([1], named: "a.pdf").hasSuffix("/a-2.pdf"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/outside"))
            #expect(throws: WorkDirectoryError.leaves(name: "a.pdf")) { try work.path(of: "a.pdf") }
        }
    }

    @Test func `two runs of one moment have two folders, and a server's is wiped`() async throws {
        try await withTemporaryFolder { folder in
            let (first, second) = (work(in: folder), work(in: folder, isKept: false))
            let folders = [try first.path, try second.path]
            #expect(Set(folders).count == 2)
            let long = try second.write([1], named: String(repeating: "x", count: 200))
            #expect(long.split(separator: "/").last?.count == 150)
            first.wipe()
            second.wipe()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["run_20260516-143211-250"])
        }
    }

    @Test func `a shared folder that leads elsewhere is not used`() async throws {
        try await withTemporaryFolder { folder in
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "/tmp")
            #expect(throws: WorkDirectoryError.self) { try work(in: "\(folder)/link", isKept: false).path }
        }
    }

    private func work(in folder: String, isKept: Bool = true) -> WorkDirectory {
        WorkDirectory(root: folder, key: "run", isKept: isKept) {
            Instant("2026-05-16T14:32:11.250Z") ?? Instant(microseconds: 0)
        }
    }
}
