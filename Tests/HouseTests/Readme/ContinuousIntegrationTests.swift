import NuntiqTesting
import Testing

/// `.ci/run` with a make that only says what a test run would.
struct ContinuousIntegrationTests {
    @Test func `the closing line of the runner is printed`() async throws {
        let line = "✔ Test run with 7 tests in 2 suites passed after 1.5 seconds."
        let result = try await run(making: "echo building; echo '\(line)'")
        #expect(result.status == 0)
        #expect(result.output == line + "\n")
    }

    @Test func `a run without tests fails`() async throws {
        let result = try await run(making: "echo '✔ Test run with 0 tests in 0 suites passed after 0.1 seconds.'")
        #expect(result.status != 0)
        #expect(result.errors.contains("No test ran."))
    }

    @Test func `a failing make fails and shows what it said`() async throws {
        let result = try await run(making: "echo 'error: no such module'; exit 2")
        #expect(result.status == 1)
        #expect(result.output == "error: no such module\n")
    }

    private func run(making said: String) async throws -> ProgramResult {
        try await withTemporaryFolder { folder in
            try await Shell(workingFolder: SourceTree.root, outputFolder: folder).run(
                """
                printf '#!/bin/sh\\n%s\\n' \(quoted(said)) >'\(folder)/make'
                chmod +x '\(folder)/make'
                PATH="\(folder):$PATH" .ci/run
                """)
        }
    }

    private func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
