import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.serialized)
struct FaultTests {
    @Test(
        .proves(
            "operations/kill-nothing-lost", "partner/answer-durable", "partner/idempotency-dead-process",
            "customer/claim-atomic", "pipeline/crash-resumes", "operations/commands-beside-server",
            "operations/two-nodes", "operations/database-restart", "operations/full-disk-503", "partner/503-storage",
            "model/clock-step-loses-nothing", "customer/poll-order", "customer/poll-since-exclusive"),
        .startsEarly, .timeLimit(.minutes(20)), arguments: ChaosCase.all
    )
    func `what breaks under load loses nothing, doubles nothing and comes back`(chaos: ChaosCase) async throws {
        let random = SeededGenerator(seed: UInt64.random(in: 0...9_999))
        try await ChaosHouse.with(chaos.fault.plan, on: chaos.database) { house in
            let run = try await ChaosRun(chaos, house, random).finish()
            #expect(run.faults.isEmpty, "\(random): \(run.faults.prefix(20).joined(separator: "\n"))")
            #expect(run.report.books.accepted.count > 10 * chaos.times, "\(random): the load was no load")
            try run.report.publish()
            for node in house.nodes { try await node.stop() }
            try await checkChain(house.ground.location, invoices: run.report.books.accepted.count)
            let doctor = try await house.nodes[0].program.json("doctor", "--deep")
            #expect(doctor["ok"] == true, "\(random): \(doctor)")
        }
    }

    /// The audit chain survived as well, with at least four events of each invoice.
    private func checkChain(_ location: DatabaseLocation, invoices: Int) async throws {
        try await using(try await location.open(for: TestClock())) { database in
            try await sequenceEvents(database)
            let checked = try await database.read { tx in
                let tenant = try #require(try tx.query("SELECT id FROM tenant").first).tenant(0)
                return try ChainCheck.run(tx, tenant)
            }
            #expect(checked.faults.isEmpty)
            #expect(checked.events >= 4 * invoices)
            #expect(checked.waiting == 0)
        }
    }
}
