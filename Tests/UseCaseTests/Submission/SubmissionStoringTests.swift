import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SubmissionStoringTests {
    @Test(arguments: TestDatabase.allCases)
    func `a submission is one invoice with its state, its event and its work, and no other row`(
        kind: TestDatabase
    ) async throws {
        try await withDesk(on: kind) { desk in
            let before = try await Self.rows(desk)
            let answer = try await desk.submit(.submission())
            let after = try await Self.rows(desk)
            let added = after.filter { $0.value != before[$0.key] }.mapValues { $0 }
            #expect(Set(added.keys) == ["invoice", "invoice_state", "event", "work"])
            for (table, count) in added { #expect(count == (before[table] ?? 0) + 1, "\(table)") }
            #expect(answer.invoiceID > 0)
            #expect(answer.sourceDocumentID > 0)
            #expect(answer.invoiceID != answer.sourceDocumentID)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a submission without a key makes at most three entries in secondary indexes`(
        kind: TestDatabase
    ) async throws {
        try await withDesk(on: kind) { desk in
            _ = try await desk.submit(.submission())
            let entries = try await desk.database.read { tx in
                try Self.partialIndexes.map { table, condition in
                    try tx.query("SELECT COUNT(*) FROM \(table) WHERE \(condition)")[0].int(0)
                }
            }
            let unconditional: Int64 = 2  // invoice_by_number, state_by_status
            #expect(entries.reduce(unconditional, +) <= 3)
        }
    }

    /// The condition of each partial index over the tables that a submission writes.
    static let partialIndexes: [(String, String)] =
        [
            ("invoice", "idempotency_key <> ''"), ("invoice", "original IS NOT NULL"),
            ("invoice_state", "ready_at IS NOT NULL"),
            ("event", "recorded_at IS NULL AND kind <> 'tenant_created' AND subject IN (SELECT token FROM invoice)"),
        ]
        + (1...5).flatMap { number in
            [
                ("invoice_state", "reference_\(number) <> ''"),
                ("event", "reference_\(number) <> '' AND code <> ''"),
            ]
        }

    static func rows(_ desk: SubmissionDesk) async throws -> [String: Int64] {
        let tables = [
            "installation", "tenant", "template", "inbox", "inbox_name", "partner", "partner_email", "partner_key",
            "api_user", "key_directory", "invoice", "invoice_state", "event", "claim_key", "attachment", "blob",
            "upload", "incident", "work", "periodic", "invoice_card",
        ]
        var rows: [String: Int64] = [:]
        for table in tables { rows[table] = try await desk.count(table) }
        return rows
    }

    @Test(arguments: TestDatabase.allCases)
    func `what is stored is what was sent`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let answer = try await desk.submit(.submission(["ext_reference_2": "Straße", "notes": "Thank you"]))
            let row = try await desk.database.read { tx in
                try tx.query(
                    """
                    SELECT i.number, i.number_key, i.supplier_number, i.gross_amount, i.currency_code, i.reference_2,
                      s.reference_2, s.status, e.code, e.reference_2, w.kind
                    FROM invoice AS i JOIN invoice_state AS s ON s.tenant = i.tenant AND s.token = i.token
                    JOIN event AS e ON e.tenant = i.tenant AND e.subject = i.token
                    JOIN work AS w ON w.tenant = i.tenant AND w.subject = i.token
                    WHERE i.tenant = ? AND i.token = ?
                    """,
                    [desk.tenant, answer.invoice])[0]
            }
            #expect(try (0..<4).map(row.text) == ["INV-2026-0042", "inv-2026-0042", "S-001", "1234.56"])
            #expect(try (4..<7).map(row.text) == ["USD", "Straße", "strasse"])
            #expect(try row.int(7) == 20)
            #expect(try (8..<11).map(row.text) == ["RECEIVED", "strasse", "pipeline"])
            let content = try await desk.content(of: answer.invoice)
            #expect(content.header["grossAmount"]?.amount?.description == "1234.56")
            #expect(content.header["notes"] == .text("Thank you"))
            #expect(content.lines[0]["unitPrice"]?.amount?.description == "1234.56")
        }
    }
}
