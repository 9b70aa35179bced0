import Foundation
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct StartTests {
    private func settings(_ folder: String, _ more: [String: String] = [:]) throws -> Settings {
        let environment = ["NUNTIQ_ENV": "development", "NUNTIQ_DATA": "\(folder)/data"]
        return try Settings(SettingsSources(environment: environment.merging(more) { $1 }))
    }

    @Test func `the first start makes folder, key, schema and files`() async throws {
        try await withTemporaryFolder { folder in
            let installation = try await Installation.open(settings(folder))
            let missing = try await Migrator(database: installation.database).status().filter { $0.appliedAt == nil }
            #expect(missing.isEmpty)
            let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/data")[.posixPermissions] as? Int
            #expect(mode == 0o700)
            try await installation.close()
        }
    }

    @Test func `a clock offset is kept, read by the next start, and cleared by 0`() async throws {
        try await withTemporaryFolder { folder in
            for (wanted, expected) in [("62d", 62), (nil, 62), ("0", 0), (nil, 0)] {
                let more = wanted.map { ["NUNTIQ_CLOCK_OFFSET": $0] } ?? [:]
                let installation = try await Installation.open(settings(folder, more))
                #expect(installation.clockOffset?.duration == .seconds(86_400 * expected))
                try await installation.close()
            }
        }
    }

    @Test(arguments: [
        ("https://api.apreceiving.com/api", "https", "api.apreceiving.com", "/api"),
        ("http://localhost:8080/api/", "http", "localhost:8080", "/api"),
        ("https://ap.example.com", "https", "ap.example.com", ""),
    ])
    func `an API address has scheme, authority and root`(
        url: String, scheme: String, authority: String, root: String
    ) throws {
        let address = try #require(APIAddress(url))
        #expect(address.scheme == scheme && address.authority == authority && address.root == root)
    }

    @Test(arguments: ["", "localhost", "ftp://x/api", "http:///api", "http://x/api?y"])
    func `anything else is no API address`(url: String) {
        #expect(APIAddress(url) == nil)
    }
}
