import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct MessageEffectTests {
    @Test(.proves("transitions/message-makes-its-row"), arguments: TestDatabase.allCases)
    func `six messages make their row of the table before the hand-out`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            for (code, status) in [
                (LifecycleCode.rejected, 60), (.onHold, 96), (.cancelled, 98), (.duplicateDetected, 45),
                (.validationFailed, 40),
            ] {
                let token = try await nuntiq.seeder.insert()
                let moment = nuntiq.clock.now - .seconds(60)
                let fields: JSONObject = ["note_supplier": "Sorry", "occurred_at": moment.json]
                let message = try await nuntiq.say(code, on: token, fields)
                #expect(message["occurred_at"] == moment.json && message["note_supplier"] == "Sorry")
                #expect(try await nuntiq.status(of: token) == Int64(status), "\(code)")
                #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY", code.rawValue])
            }
            let token = try await nuntiq.seeder.insert()
            try await nuntiq.say(.onHold, on: token)
            try await nuntiq.say(.holdReleased, on: token)
            #expect(try await nuntiq.status(of: token) == 90)
            #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY", "ON_HOLD", "HOLD_RELEASED"])
        }
    }

    @Test(.proves("transitions/message-changes-no-status"), arguments: TestDatabase.allCases)
    func `every other message changes nothing`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let making: Set<LifecycleCode> = [
                .rejected, .onHold, .holdReleased, .cancelled, .duplicateDetected, .validationFailed,
            ]
            let followers: Set<LifecycleCode> = [.queryResolved, .approvalRevoked]
            let token = try await nuntiq.seeder.insert()
            let before = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")["version"]
            for code in LifecycleCode.allCases where !making.contains(code) && !followers.contains(code) {
                try await nuntiq.say(code, on: token)
            }
            for code in followers { try await nuntiq.say(code, on: token) }
            #expect(try await nuntiq.status(of: token) == 90)
            #expect(try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")["version"] == before)
        }
    }

    @Test(.proves("transitions/message-needs-post-docs"), arguments: TestDatabase.allCases)
    func `with LIFECYCLE_WRITE alone a message stays a message`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let writer = try await nuntiq.client(.lifecycleWrite)
            for code in [LifecycleCode.onHold, .validationFailed, .duplicateDetected, .rejected] {
                let token = try await nuntiq.seeder.insert()
                try await nuntiq.say(code, on: token, as: writer)
                #expect(try await nuntiq.status(of: token) == 90)
                #expect(try await nuntiq.codes(of: token).last == code.rawValue)
            }
            let held = try await nuntiq.seeder.insert(.with { $0.number = "INV-2" })
            _ = try await claim(nuntiq, until: held)
            try await nuntiq.say(.rejected, on: held, as: writer)
            let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(held)?includeNull=true")
            #expect(detail["integration"]?["pending_action"]?.isNull == true)
        }
    }

    @Test(
        .proves("transitions/message-at-92-93-pending"), arguments: TestDatabase.allCases,
        [
            (LifecycleCode.rejected, "reject", 60), (.onHold, "hold", 96), (.cancelled, "cancel", 98),
            (.duplicateDetected, "edit", 40), (.validationFailed, "edit", 40),
        ])
    func `at 92 a message waits for the end of the lease`(
        kind: TestDatabase, row: (code: LifecycleCode, action: String, status: Int64)
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            try await claim(nuntiq, until: token)
            let fields: JSONObject = ["note_supplier": "Sorry", "clarification_code": "C7"]
            let answer = try await nuntiq.post(row.code, on: token, fields, key: "k")
            #expect(answer.status == 202, "\(answer.text)")
            #expect(answer["status_changed"] == false && answer["new_status"] == "PendingAcknowledgement")
            #expect(answer["pending_action"]?["action"] == .string(row.action))
            let again = try await nuntiq.post(row.code, on: token, fields, key: "k")
            #expect(again.json == answer.json)
            #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY"])
            let back = try await nuntiq.customerAPI.call(.delete, "/api/v1/invoices/\(token)/lease")
            #expect(back.status == 200, "\(back.text)")
            #expect(try await nuntiq.status(of: token) == row.status)
            let last = try #require(try await nuntiq.timeline(of: token).last)
            #expect(last["code"] == .string(row.code.rawValue) && last["clarification_code"] == "C7")
            #expect(last["note_supplier"] == "Sorry" && last["actor_display_name"] == "erp")
            #expect(try await nuntiq.codes(of: token).count == 3)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `HOLD_RELEASED takes back a hold that waits`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert()
            try await claim(nuntiq, until: token)
            #expect(try await nuntiq.post(.onHold, on: token).status == 202)
            let released = try await nuntiq.post(.holdReleased, on: token)
            #expect(released.status == 202 && released["pending_action"]?.isNull == true)
            _ = try await nuntiq.customerAPI.call(.delete, "/api/v1/invoices/\(token)/lease")
            #expect(try await nuntiq.status(of: token) == 90)
            #expect(try await nuntiq.codes(of: token) == ["RECEIVED", "READY"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `without a row of the table a message stays a message`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let checked = try await nuntiq.seeder.insert(.with { $0.status = .needsReview })
            try await nuntiq.say(.validationFailed, on: checked)
            #expect(try await nuntiq.status(of: checked) == 40)
            let processed = try await nuntiq.seeder.insert()
            try await claim(nuntiq, until: processed)
            _ = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/\(processed)/integration-result", ["success": true])
            try await nuntiq.say(.cancelled, on: processed)
            #expect(try await nuntiq.status(of: processed) == 100)
            let fresh = try await nuntiq.seeder.insert(.with { $0.status = .pendingEnrichment })
            try await nuntiq.say(.onHold, on: fresh)
            #expect(try await nuntiq.status(of: fresh) == 20)
        }
    }

    /// Claims whatever is ready, that invoice among it.
    @discardableResult
    private func claim(_ nuntiq: TestNuntiq, until token: Token) async throws -> TestAnswer {
        let answer = try await nuntiq.customerAPI.post(
            "/api/v1/invoices/claim", ["state": "PendingIntegration", "limit": 50])
        #expect(answer.text.contains(token.description), "\(answer.text)")
        return answer
    }
}
