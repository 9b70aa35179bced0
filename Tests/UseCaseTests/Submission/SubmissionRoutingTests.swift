import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SubmissionRoutingTests {
    static let fallback = "ap@acme.nuntiq-receiving.com"
    static let north = "North@acme.nuntiq-receiving.com"

    func withNorth(
        on kind: TestDatabase, _ body: @Sendable (SubmissionDesk) async throws -> Void
    ) async throws {
        try await withDesk(on: kind) { desk in
            let inbox = NewInbox(address: Self.north, externalIdentifiers: ["ACME-Straße"])
            _ = try await Inboxes(database: desk.database).add(inbox, to: desk.tenant, by: .console)
            try await body(desk)
        }
    }

    @Test(
        .proves(
            "partner/routing-inbox", "partner/routing-identifier", "partner/routing-default",
            "partner/routing-warning"),
        arguments: TestDatabase.allCases)
    func `inbox, then identifier, then default, trimmed and folded`(kind: TestDatabase) async throws {
        let cases: [(JSONObject, String, String, String?)] = [
            (["receiving_inbox": " NORTH@acme.nuntiq-receiving.COM "], Self.north, "receiving_inbox", nil),
            (["external_identifier": "\tacme-STRASSE"], Self.north, "external_identifier", nil),
            (
                ["receiving_inbox": "AP@ACME.nuntiq-receiving.com", "external_identifier": "ACME-Straße"],
                Self.fallback, "receiving_inbox", nil
            ),
            (
                ["receiving_inbox": "nobody@acme.example", "external_identifier": "acme-straße"], Self.north,
                "external_identifier",
                "receiving_inbox: No inbox is called 'nobody@acme.example'; the invoice went to \(Self.north)."
            ),
            ([:], Self.fallback, "default_fallback", nil),
            (["receiving_inbox": ""], Self.fallback, "default_fallback", nil),
            (
                ["external_identifier": "É\u{1}\n\"x"], Self.fallback, "default_fallback",
                "external_identifier: No inbox is called '?'x'; the invoice went to \(Self.fallback)."
            ),
        ]
        try await withNorth(on: kind) { desk in
            for (names, address, path, warning) in cases {
                let answer = try await desk.submit(.submission([:], names))
                #expect(answer.receivingInbox == address, "\(names)")
                #expect(answer.resolutionPath == path, "\(names)")
                #expect(answer.warningHeader == warning, "\(names)")
            }
        }
    }

    @Test func `a long name is cut in the header`() async throws {
        try await withDesk(on: .sqlite) { desk in
            let name = String(repeating: "n", count: 1_000)
            let answer = try await desk.submit(.submission([:], ["receiving_inbox": .string(name)]))
            let header = try #require(answer.warningHeader)
            #expect("299 - \"\(header)\"".count == 200)
            #expect(header.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        }
    }

    @Test(.proves("partner/no-default-inbox-409"), arguments: TestDatabase.allCases)
    func `without a default inbox nothing is stored`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            try await desk.database.write { [tenant = desk.tenant] tx in
                try tx.execute("UPDATE inbox SET is_default = ? WHERE tenant = ?", [false, tenant])
            }
            let error = await #expect(throws: SubmissionError.self) { try await desk.submit(.submission()) }
            #expect(error?.code == "no_default_inbox")
            let named = try await desk.submit(.submission([:], ["receiving_inbox": .string(Self.fallback)]))
            #expect(named.resolutionPath == "receiving_inbox")
            #expect(try await desk.count("invoice") == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an inbox counts from the next submission on, and a retry still gets its first answer`(
        kind: TestDatabase
    ) async throws {
        try await withDesk(on: kind) { desk in
            let body = JSONValue.submission([:], ["external_identifier": "ACME-Straße"])
            let first = try await desk.submit(body, key: "first")
            #expect(try await desk.submit(body).resolutionPath == "default_fallback")
            let inbox = NewInbox(address: Self.north, externalIdentifiers: ["ACME-Straße"])
            _ = try await Inboxes(database: desk.database).add(inbox, to: desk.tenant, by: .console)
            for key in ["second", nil, "third"] {
                let answer = try await desk.submit(body, key: key)
                #expect(answer.receivingInbox == Self.north && answer.resolutionPath == "external_identifier")
                #expect(answer.warningHeader == nil && !answer.isReplay)
            }
            let again = try await desk.submit(body, key: "first")
            #expect(again.invoice == first.invoice && again.receivingInbox == Self.fallback && again.isReplay)
            #expect(try await desk.count("invoice") == 5)
        }
    }
}
