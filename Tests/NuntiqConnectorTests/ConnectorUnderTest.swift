import NuntiqConnector
import NuntiqCore
import NuntiqModel
import NuntiqTesting

/// Runs `body` as a connector against a whole Nuntiq with `invoices` that are ready.
func withConnector(
    on database: TestDatabase, invoices: Int = 1, clock: TestClock = TestClock(),
    environment: ConnectorEnvironment = .live,
    _ body: @escaping @Sendable (JobContext, TestNuntiq) async throws -> Void
) async throws {
    try await withNuntiq(on: database, clock: clock) { nuntiq in
        for number in 0..<invoices {
            try await nuntiq.seeder.insert(.with { $0.number = "INV-\(number)" })
        }
        try await withTemporaryFolder { folder in
            var settings = try JobSettings([
                "api_url": .string("http://127.0.0.1:\(nuntiq.port)/api"), "api_key": .string(nuntiq.user.apiKey),
                "secrets": ["erp": "topsecret"], "config": ["company": "NL01"],
            ])
            settings.workFolder = folder
            try await JobContext.withContext(settings, name: "sample", environment: environment) { context in
                try await body(context, nuntiq)
            }
        }
    }
}
