import Dispatch
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SubmissionIdempotencyTests {
    @Test(.proves("partner/idempotency-replay"), arguments: TestDatabase.allCases)
    func `the same key and body give the same answer again`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let body = JSONValue.submission(["colour": "red"], ["receiving_inbox": "nobody@x.example"])
            let first = try await desk.submit(body, key: "k-1")
            desk.clock.advance(by: .seconds(86_399))
            let again = try await desk.submit(body, key: "k-1")
            #expect(again.isReplay)
            #expect(!first.isReplay)
            #expect(again.data == first.data)
            #expect(again.warningHeader == first.warningHeader)
            #expect(try await desk.count("invoice") == 1)
        }
    }

    @Test(.proves("partner/idempotency-canonical"), arguments: TestDatabase.allCases)
    func `bodies are compared by their parsed JSON`(kind: TestDatabase) async throws {
        let first = """
            {"invoice": {"invoice_number": "A", "invoice_date": "2026-05-19", "currency": "USD", "total_amount": 10.50},
             "attachments": [{"type": "IMAGE", "filename": "a.pdf", "content": "JVBERi0xLjQK"}]}
            """
        let second = """
            {"attachments":[{"content":"JVBE\\nRi0x LjQK","filename":"a.pdf","type":"IMAGE"}],"invoice":{"currency":
            "USD","total_amount":1.05e1,"invoice_date":"2026-05-19","invoice_number":"\\u0041"}}
            """
        try await withDesk(on: kind) { desk in
            let answer = try await desk.submit(text: first, key: "k")
            #expect(try await desk.submit(text: second, key: "k").invoice == answer.invoice)
        }
    }

    @Test(.proves("partner/idempotency-422"), arguments: TestDatabase.allCases)
    func `the same key with another body is refused and says what differs`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let first = try await desk.submit(.submission([:], ["external_identifier": "A"]), key: "k")
            let other = JSONValue.submission(["total_amount": 7], ["receiving_inbox": "x"])
            let reuse = try await Self.reuse { try await desk.submit(other, key: "k") }
            #expect(reuse?.differingParts == ["external_identifier", "invoice", "receiving_inbox"])
            #expect(reuse?.firstInvoice == first.invoice)
            #expect(reuse?.isNewKeySafe == false)
            for status in [60, 98] {
                try await desk.database.write { [tenant = desk.tenant] tx in
                    try tx.execute(
                        "UPDATE invoice_state SET status = ? WHERE tenant = ? AND token = ?",
                        [status, tenant, first.invoice])
                }
                #expect(try await Self.reuse { try await desk.submit(other, key: "k") }?.isNewKeySafe == true)
            }
            #expect(try await desk.count("invoice") == 1)
        }
    }

    @Test func `another attachment is another body`() async throws {
        try await withDesk(on: .sqlite) { desk in
            func body(_ content: String) -> JSONValue {
                SubmissionAttachmentTests.body(SubmissionAttachmentTests.attachment(content, name: "a.bin"))
            }
            _ = try await desk.submit(body("AAAA"), key: "k")
            let reuse = try await Self.reuse { try await desk.submit(body("AAAB"), key: "k") }
            #expect(reuse?.differingParts == ["attachments"])
        }
    }

    @Test(.proves("partner/idempotency-scope"), arguments: TestDatabase.allCases)
    func `a key belongs to its account`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let first = try await desk.submit(.submission(), key: "k")
            let other = try await desk.submit(.submission(), by: desk.initech, key: "k")
            let none = try await desk.submit(.submission())
            #expect(Set([first.invoice, other.invoice, none.invoice]).count == 3)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `after 24 hours a key is free again`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            let first = try await desk.submit(.submission(), key: "k")
            desk.clock.advance(by: .seconds(86_400))
            let second = try await desk.submit(.submission(["total_amount": 7]), key: "k")
            #expect(second.invoice != first.invoice)
            #expect(!second.isReplay)
            #expect(try await desk.submit(.submission(["total_amount": 7]), key: "k").invoice == second.invoice)
            #expect(try await desk.count("invoice") == 2)
        }
    }

    @Test(.proves("partner/idempotency-only-2xx"), arguments: TestDatabase.allCases)
    func `a refused submission leaves the key free`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            _ = try await faults { _ = try await desk.submit(.submission(["currency": "?"]), key: "k") }
            #expect(try await !desk.submit(.submission(), key: "k").isReplay)
        }
    }

    @Test(.proves("partner/idempotency-twin-waits"), arguments: TestDatabase.allCases)
    func `of twins at once one stores and all get its answer`(kind: TestDatabase) async throws {
        try await withDesk(on: kind) { desk in
            for round in 0..<5 {
                let answers = try await withThrowingTaskGroup(of: SubmissionAnswer.self) { group in
                    for _ in 0..<8 {
                        group.addTask { try await desk.submit(.submission(), key: "round-\(round)") }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(Set(answers.map(\.invoice)).count == 1)
                #expect(answers.filter { !$0.isReplay }.count == 1)
            }
            #expect(try await desk.count("invoice") == 5)
            #expect(try await desk.count("work") == 5)
        }
    }

    /// SQLite has one writer, so a twin is never in flight there longer than a commit.
    @Test(.proves("partner/idempotency-in-flight-409"), .timeLimit(.minutes(20)))
    func `after ten seconds a twin is told that the first is in flight`() async throws {
        try await withDesk(on: .postgres) { desk in
            let first = try await desk.submit(.submission(), key: "first")
            try await withRowInFlight(copyOf: first.invoice, key: "k", at: desk) {
                let error = await #expect(throws: SubmissionError.self) {
                    try await desk.submit(.submission(), key: "k")
                }
                #expect(error?.code == "idempotency_in_flight")
            }
            #expect(try await desk.count("invoice") == 2)
        }
    }

    /// Runs `body` while another transaction has inserted an invoice with `key` and not committed it yet.
    private func withRowInFlight(
        copyOf invoice: Token, key: String, at desk: SubmissionDesk, _ body: () async throws -> Void
    ) async throws {
        let (inserted, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let columns = """
            id, source_document_id, inbox, template, template_version, channel, workflow, resolution_path, number,
            number_key, supplier_number, gross_amount, currency_code, reference_1, reference_2, reference_3,
            reference_4, reference_5, content, original, answer, request_hash, created_at
            """
        async let holder: Void = desk.database.write { [tenant = desk.tenant] tx in
            let copy = try tx.query(
                """
                INSERT INTO invoice (tenant, account, token, idempotency_key, \(columns))
                SELECT tenant, account, ?, ?, \(columns) FROM invoice WHERE tenant = ? AND token = ? RETURNING id
                """,
                [Token.random(Array(repeating: 1, count: 16)), key, tenant, invoice])
            #expect(copy.count == 1)
            inserted.signal()
            // A transaction that is idle for five seconds is ended as a dead process's, so this one is not idle.
            while release.wait(timeout: .now() + .seconds(1)) == .timedOut { _ = try tx.query("SELECT 1") }
        }
        await waiting(for: inserted)
        defer { release.signal() }
        try await body()
        release.signal()
        try await holder
    }

    static func reuse(_ submit: () async throws -> SubmissionAnswer) async throws -> KeyReuse? {
        do {
            _ = try await submit()
            return nil
        } catch SubmissionError.keyReused(let reuse) {
            return reuse
        }
    }
}
