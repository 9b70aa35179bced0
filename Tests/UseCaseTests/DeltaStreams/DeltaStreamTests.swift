import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct DeltaStreamTests {
    static let path = "/api/v1/delta/streams/erp-nl/suppliers"

    @Test(
        .proves("customer/delta-state", "customer/delta-begin", "customer/delta-complete", "customer/delta-fail"),
        arguments: TestDatabase.allCases)
    func `a run begins from the cursor, fails without moving it, and completes forward`(kind: TestDatabase) async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let idle = try await nuntiq.customerAPI.get(Self.path)
            #expect(idle["status"] == "idle" && idle["committed_cursor_value"] == .null)
            #expect(idle["connector_name"] == "erp-nl" && idle["stream_name"] == "suppliers")
            for word in ["complete", "fail"] {
                let early = try await nuntiq.stream(word, ["new_cursor_value": "2026-01-01T00:00:00Z"])
                #expect(early.status == 404 && early["error"] == "delta_stream_not_found", "\(word)")
            }
            let wrong = try await nuntiq.stream("begin", ["cursor_type": "guess"])
            #expect(wrong.status == 422 && wrong["error"] == "invalid_cursor_type")
            let begun = try await nuntiq.stream("begin", [:])
            #expect(begun["status"] == "running" && begun["run_token"] != nil && begun["error_summary"] == .null)
            #expect(begun["started_at_utc"] == "2026-03-01T12:00:00.000000Z")
            let failed = try await nuntiq.stream("fail", ["error_summary": "no answer"])
            #expect(failed["status"] == "failed" && failed["error_summary"] == "no answer")
            nuntiq.clock.advance(by: .seconds(60))
            let anew = try await nuntiq.customerAPI.call(.post, "\(Self.path)/begin")
            #expect(anew["error_summary"] == .null && anew["started_at_utc"] == "2026-03-01T12:01:00.000000Z")
            let moves: [(JSONValue, Int)] = [
                ("2026-05-01T00:00:00Z", 200), ("2026-05-01T00:00:00Z", 200), ("2026-05-01T01:59:59+02:00", 422),
                ("soon", 422), ("2026-05-02T00:00:00.000001", 200),
            ]
            for (cursor, status) in moves {
                let answer = try await nuntiq.stream("complete", ["new_cursor_value": cursor, "records_processed": 3])
                #expect(answer.status == status, "\(cursor): \(answer.text)")
                #expect(status == 200 || answer["error"] == "CURSOR_REGRESSION")
            }
            let state = try await nuntiq.customerAPI.get(Self.path)
            #expect(state["committed_cursor_value"] == "2026-05-02T00:00:00.000001" && state["records_processed"] == 3)
            #expect(state["status"] == "succeeded" && state["updated_by"] == "erp")
            #expect(try await nuntiq.audited("cursor_advance").count == 3)
        }
    }

    @Test(.proves("customer/delta-complete"), arguments: TestDatabase.allCases)
    func `numbers never go back, tokens change`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            _ = try await nuntiq.stream("begin", ["cursor_type": "numeric_id", "metadata": ["page": 5]])
            for (cursor, status): (JSONValue, Int) in [(9, 200), ("10", 200), (9, 422), ("x", 422), ("10", 200)] {
                let answer = try await nuntiq.stream("complete", ["new_cursor_value": cursor])
                #expect(answer.status == status, "\(cursor)")
            }
            #expect(try await nuntiq.customerAPI.get(Self.path)["metadata"] == ["page": 5])
            _ = try await nuntiq.stream("begin", ["cursor_type": "opaque_token"])
            for (cursor, status) in [("abc", 200), ("abc", 422), ("aaa", 200)] {
                let answer = try await nuntiq.stream("complete", ["new_cursor_value": .string(cursor)])
                #expect(answer.status == status, "\(cursor)")
            }
            #expect(try await nuntiq.stream("complete", [:]).status == 400)
        }
    }

    @Test(.proves("customer/delta-run-token", "customer/delta-reset"), arguments: TestDatabase.allCases)
    func `a run that wakes up late moves nothing, a reset moves anything with its reason`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let first = try await nuntiq.stream("begin", [:])["run_token"] ?? .null
            let second = try await nuntiq.stream("begin", [:])["run_token"] ?? .null
            let cursor: JSONValue = "2026-05-01T00:00:00Z"
            for word in ["complete", "fail"] {
                let late = try await nuntiq.stream(word, ["new_cursor_value": cursor, "run_token": first])
                #expect(late.status == 409 && late["error"] == "run_replaced", "\(word)")
            }
            for _ in 1...2 {
                let done = try await nuntiq.stream("complete", ["new_cursor_value": cursor, "run_token": second])
                #expect(done.status == 200)
            }
            for body: JSONObject in [
                ["new_cursor_value": "2026-01-01T00:00:00Z"], ["reason": "lost"],
                ["new_cursor_value": "x", "reason": "lost"],
                ["new_cursor_value": "2026-01-01T00:00:00Z", "reason": " "],
            ] {
                #expect(try await nuntiq.stream("reset", body).status == 422, "\(body)")
            }
            let back = try await nuntiq.stream(
                "reset", ["new_cursor_value": "2026-01-01T00:00:00Z", "reason": "May was lost"])
            #expect(back["committed_cursor_value"] == "2026-01-01T00:00:00Z" && back["status"] == "succeeded")
            let all = try await nuntiq.stream("reset", ["new_cursor_value": .null, "reason": "everything anew"])
            #expect(all["committed_cursor_value"] == .null)
            let audited = try await nuntiq.audited("cursor_reset")
            #expect(audited.map { $0["reason"] } == ["May was lost", "everything anew"])
            #expect(audited[0]["old_cursor_value"] == cursor)
        }
    }
}

extension TestNuntiq {
    fileprivate func stream(_ word: String, _ body: JSONObject) async throws -> TestAnswer {
        try await customerAPI.post("\(DeltaStreamTests.path)/\(word)", .object(body))
    }

    /// What the audit trail keeps of a kind.
    func audited(_ kind: String) async throws -> [JSONValue] {
        try await app.database.read { [tenant = tenant.id] tx in
            try tx.query("SELECT payload FROM event WHERE tenant = ? AND kind = ? ORDER BY id", [tenant, kind])
                .map { try JSONValue.parse(try $0.text(0)) }
        }
    }
}
