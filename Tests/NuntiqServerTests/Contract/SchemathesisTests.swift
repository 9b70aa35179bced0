import Foundation
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

/// schemathesis makes up requests from the document, good ones and bad ones, and sends them to a real server.
///
/// Those that go through the limits of each value one by one are some 20,000 for the customer API, which
/// `make test LONG=1` sends; ``BadInputTests`` changes each value of its examples in every run.
@Suite
struct SchemathesisTests {
    @Test(
        .proves("customer/openapi-covers-routes"), .startsEarly, .timeLimit(.minutes(20)), arguments: Run.allCases)
    func `schemathesis finds no 5xx and no answer that contradicts the document`(run: Run) async throws {
        try await withEmptyLocation(on: run.database) { location in
            try await withServerProcess(environment: settings(for: location)) { server in
                try await server.start()
                let key = try await self.key(for: run, server.program)
                let told = try await tell(run, server, key: key)
                #expect(told.status == 0, "\(told.output.suffix(6_000))\(told.errors.suffix(2_000))")
                try await server.stop()
            }
        }
    }

    /// Which half of the document is tried, and on what.
    enum Run: CaseIterable {
        /// The customer API, with an API user of every permission.
        case customer
        /// The partner API, with a partner's key.
        case partner

        var database: TestDatabase {
            switch self {
            case .customer: .postgres
            case .partner: .sqlite
            }
        }

        fileprivate var filter: String {
            switch self {
            case .customer: "--exclude-path-regex '^/v1/partner'"
            case .partner: "--include-path-regex '^/v1/partner'"
            }
        }
    }

    private func settings(for location: DatabaseLocation) -> [String: String] {
        switch location {
        case .folder(let folder): ["NUNTIQ_RATE_LIMIT": "off", "NUNTIQ_DATA": folder]
        case .postgres(let url): ["NUNTIQ_RATE_LIMIT": "off", "NUNTIQ_DATABASE_URL": url]
        }
    }

    private func key(for run: Run, _ program: NuntiqProgram) async throws -> String {
        _ = try await program.json("tenant", "create", "acme", "--name", "Acme Corp")
        let issued: JSONValue
        switch run {
        case .customer:
            let all =
                "READ_DOCS,READ_DATA,POST_DATA,POST_USER,LIFECYCLE_READ_INTERNAL,SUBMIT_SUPPLIER_INVOICE,"
                + "DELTA_READ,DELTA_WRITE,DELTA_RESET,POST_DOCS,INTEGRATE_INVOICES,LIFECYCLE_WRITE"
            issued = try await program.json("api-user", "create", "acme", "erp", "--permissions", all)
        case .partner:
            _ = try await program.json("partner", "create", "acme", "Globex")
            issued = try await program.json("key", "issue", "acme", "Globex", "--label", "fuzzed")
        }
        return try #require(issued["api_key"]?.string)
    }

    private func tell(_ run: Run, _ server: ServerProcess, key: String) async throws -> ProgramResult {
        try await withTemporaryFolder { folder in
            let api = "http://127.0.0.1:\(server.port)/api"
            let configuration = PythonTool.tests.appending(path: "schemathesis.toml").path
            let command = "'\(PythonTool.path(of: "schemathesis"))' --config-file '\(configuration)' --no-color"
            let phases = TestLength.isLong || run == .partner ? "examples,coverage,fuzzing" : "examples,fuzzing"
            return try await Shell(workingFolder: .init(filePath: folder), outputFolder: folder).run(
                """
                exec \(command) run '\(api)/openapi.json' --url '\(api)' --header 'X-API-Key: \(key)' \
                  \(run.filter) --phases \(phases) --warnings off
                """)
        }
    }
}
