import NuntiqTesting
import Testing

/// One set of repositories and tests for both databases, read from the sources.
@Suite(.proves("operations/both-databases"))
struct BothDatabasesTests {
    /// A backup copies SQLite's file; PostgreSQL has tools of its own.
    private static let backup = "Sources/NuntiqCore/Backup"

    @Test func `no feature knows which database runs`() throws {
        let drivers = try SourceTree.swiftFiles()
            .filter { file in
                file.lies(under: "Sources/NuntiqModel", "Sources/NuntiqCore", "Sources/NuntiqPipeline")
                    && !file.lies(under: Self.backup)
            }
            .flatMap { file in
                file.code(holding: "ostgres", "qlite", "QLite", matching: /(?i)\b\w*(?:postgres|sqlite)\w*\b/)
                    .map { "\(file.path):\($0.line): \($0.what)" }
            }
        #expect(drivers == [], "A difference belongs behind a word of Dialect.")
    }

    @Test func `every feature's conformance suite runs on both`() throws {
        let suites = try SourceTree.swiftFiles().filter {
            $0.path.hasPrefix("Tests/UseCaseTests/") && $0.text.holds("@Test")
        }
        let byFolder = Dictionary(grouping: suites) { $0.path.split(separator: "/").dropLast().joined(separator: "/") }
        #expect(byFolder.count > 8)
        for (folder, files) in byFolder {
            #expect(files.contains { $0.text.holds("TestDatabase.allCases") }, "\(folder) runs on one database only")
        }
    }
}
