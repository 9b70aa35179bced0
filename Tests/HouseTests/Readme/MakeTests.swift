import Foundation
import NuntiqTesting
import Testing

struct MakeTests {
    @Test func `bare make lists every target with one line`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await Shell(workingFolder: SourceTree.root, outputFolder: folder).run("make")
            for target in ["deps", "build", "run", "test", "chaos", "demo", "bench", "format", "lint"] {
                #expect(result.output.contains("make \(target) "), "\(result.output)")
            }
        }
    }

    @Test(.proves("operations/make-test"))
    func `make test sets up, builds, checks the format and runs every test`() async throws {
        try await withTemporaryFolder { folder in
            let result = try await Shell(workingFolder: SourceTree.root, outputFolder: folder)
                .run("make --dry-run --always-make test")
            let steps = [
                ["Scripts/install-packages"],
                ["swift build --build-tests", "pip install", "swift format lint --strict"],
                ["nuntiqPackageTests.xctest --testing-library swift-testing"],
            ]
            var rest = result.output[...]
            for together in steps {
                let found = try together.map { step in
                    try #require(rest.range(of: step), "\(step) is not there, or too early: \(result.output)")
                }
                rest = rest[(found.map(\.upperBound).max() ?? rest.startIndex)...]
            }
            #expect(!rest.contains("--filter"), "every test runs")
        }
    }

    @Test func `missing packages without root and sudo are named`() async throws {
        try await withTemporaryFolder { folder in
            let script = """
                id() { echo 1000; }
                command() { false; }
                export -f id command
                Scripts/install-packages no-such-package
                """
            let result = try await Shell(workingFolder: SourceTree.root, outputFolder: folder).run(script)
            #expect(result.status == 1)
            #expect(result.errors.hasPrefix("Missing packages: no-such-package."))
        }
    }

    @Test func `packages that are there cost no call of apt`() async throws {
        try await withTemporaryFolder { folder in
            let script = """
                apt-get() { echo called; }
                export -f apt-get
                Scripts/install-packages bash coreutils
                """
            let result = try await Shell(workingFolder: SourceTree.root, outputFolder: folder).run(script)
            #expect(result.status == 0)
            #expect(result.output + result.errors == "")
        }
    }
}
