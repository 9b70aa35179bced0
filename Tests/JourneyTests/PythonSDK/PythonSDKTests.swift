import Foundation
import NuntiqTesting
import Testing

/// `sdk/python`, by its own tests: alone, and against a real server.
@Suite
struct PythonSDKTests {
    @Test func `it holds by itself, from Python 3.9 on`() async throws {
        try await PythonSDK.run(
            """
            for python in $(interpreters); do
              echo "$python"
              "$python" -m unittest discover -t . -s tests
            done
            """)
    }

    @Test func `its types hold`() async throws {
        try await PythonSDK.run(
            """
            cache=$(mktemp -d); trap 'rm -rf "$cache"' EXIT
            '\(PythonTool.path(of: "python"))' -m mypy --strict --cache-dir "$cache" main.py fake_erp.py lib toolkit
            """)
    }

    @Test(.timeLimit(.minutes(20)))
    func `the public page's connector and every load work on a real server`() async throws {
        try await withServerProcess(environment: ["NUNTIQ_RATE_LIMIT": "off"]) { server in
            try await server.start()
            try await PythonSDK.run(
                "'\(PythonTool.path(of: "python"))' -m unittest discover -t . -s tests/live -p 'live_*.py'",
                for: try await server.connectorAccess("sdk"))
        }
    }

    @Test(.startsEarly, .timeLimit(.minutes(20)))
    func `killed, paused and cut off, both SDKs keep what is promised for each kind of ERP`() async throws {
        // Both at once, each with its own server: they mostly wait.
        try await PythonSDK.run(
            """
            export NUNTIQ_KILLER_WORKER='\(PythonSDK.built("killer-worker").path)'
            '\(PythonTool.path(of: "python"))' -m unittest tests.killer.short.SwiftWorkers & swift=$!
            '\(PythonTool.path(of: "python"))' -m unittest tests.killer.short.PythonWorkers
            wait $swift
            """)
    }

    /// Each third of them and three of the samples; all with `make test LONG=1`.
    @Test(.startsEarly, .timeLimit(.minutes(20)))
    func `each scenario of the suite catches the defect planted for it, and names no other`() async throws {
        let part = TestLength.isLong ? "" : "--every 3"
        try await PythonSDK.run("'\(PythonTool.path(of: "python"))' -m tests.defects.pairs \(part)")
    }

    @Test(.timeLimit(.minutes(20)))
    func `the samples and the public page's steps stand what the suite does to them`() async throws {
        let some = ["02_pull_suppliers", "05_push_invoices", "public_page", "swift/push_invoices"]
        let part = TestLength.isLong ? "" : some.map { "--only \($0)" }.joined(separator: " ")
        try await PythonSDK.run(
            """
            export NUNTIQ_SAMPLE_CONNECTORS='\(PythonSDK.built("sample-connectors").path)'
            '\(PythonTool.path(of: "python"))' -m tests.defects.samples \(part)
            """)
    }
}
