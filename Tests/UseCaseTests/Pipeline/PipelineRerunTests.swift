import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

/// Whatever sends an invoice back to 30 runs the pipeline again, and only what has changed is told.
@Suite(.timeLimit(.minutes(20)))
struct PipelineRerunTests {
    /// Every row of the table to 30 but the first run's.
    static let waysBack = Status.transitions.filter { $0.to == .enriching && $0.trigger != .beginEnrichment }

    @Test(arguments: TestDatabase.allCases)
    func `every row to 30 runs the pipeline again`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            #expect(Self.waysBack.count == 9)
            for (index, row) in Self.waysBack.enumerated() {
                let token = try await nuntiq.receive(["invoice_number": .string("INV-\(index)")])
                let from = try #require(row.from)
                try await nuntiq.move(token, from.route)
                try await nuntiq.work()  // the first run, which comes too late
                #expect(try await nuntiq.status(of: token) == Int64(from.rawValue))
                try await nuntiq.move(token, [(.enriching, row.trigger)])
                try await nuntiq.work()
                #expect(try await nuntiq.status(of: token) == 90, "\(from) by \(row.trigger)")
            }
        }
    }

    @Test(.proves("transitions/rerun-writes-changes-only"), arguments: TestDatabase.allCases)
    func `a run again tells what differs from the last of its kind, and nothing else`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (partner, initech) = try await nuntiq.limitedPartner("Initech", suppliers: ["S-9"])
            let token = try await nuntiq.receive(as: initech)
            try await nuntiq.work()
            let first = ["RECEIVED", "VALIDATION_INFO", "VALIDATION_FAILED"]
            #expect(try await nuntiq.codes(of: token) == first)
            try await nuntiq.runAgain(token)
            #expect(try await nuntiq.codes(of: token) == first)
            #expect(try await nuntiq.status(of: token) == 40)
            try await nuntiq.freeSuppliers(of: partner)
            try await nuntiq.runAgain(token)
            #expect(try await nuntiq.codes(of: token) == first + ["READY"])
            try await nuntiq.runAgain(token)
            #expect(try await nuntiq.codes(of: token) == first + ["READY"])
            #expect(try await nuntiq.status(of: token) == 90)
            try await nuntiq.say(.validationFailed, on: token)
            try await nuntiq.runAgain(token)
            #expect(try await nuntiq.codes(of: token) == first + ["READY", "VALIDATION_FAILED", "READY"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `reprocessing by HTTP runs again from 40, 90, 91 and 97`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let from: [Status] = [
                .needsReview, .pendingIntegrationFirst, .pendingIntegrationRetry, .integrationFailed,
            ]
            for (index, status) in from.enumerated() {
                let token = try await nuntiq.receive(["invoice_number": .string("INV-\(index)")])
                try await nuntiq.move(token, status.route)
                let answer = try await nuntiq.ask("reprocess", token)
                #expect(answer.status == 200)
                #expect(answer["new_status"] == "Processing")
                try await nuntiq.work()
                #expect(try await nuntiq.status(of: token) == 90, "\(status)")
            }
            let claimed = try await nuntiq.seeder.insert()
            _ = try await nuntiq.customerAPI.post(
                "/api/v1/invoices/claim", ["state": "PendingIntegration", "limit": 50])
            #expect(try await nuntiq.ask("reprocess", claimed)["error"] == "status_conflict")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a rejection that was taken back and reprocessed is told as ready again`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.receive()
            try await nuntiq.work()
            _ = try await nuntiq.ask("reject", token)
            try await nuntiq.move(token, [(.needsReview, .reopen)])
            try await nuntiq.runAgain(token)
            #expect(
                try await nuntiq.codes(of: token)
                    == ["RECEIVED", "VALIDATION_INFO", "READY", "REJECTED", "IN_PROCESS", "READY"])
        }
    }
}

extension TestNuntiq {
    fileprivate func runAgain(_ token: Token) async throws {
        #expect(try await ask("reprocess", token).status == 200)
        try await work()
    }
}
