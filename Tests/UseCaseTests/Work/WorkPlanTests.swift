import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

struct WorkPlanTests {
    @Test(arguments: TestDatabase.allCases)
    func `taking work never reads more than its own part of the key`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            for tenant in Int64(1)...5 { try await bench.enqueue("mail", TenantID(rawValue: tenant), count: 600) }
            try await bench.database.write { try $0.execute("ANALYZE work") }
            let plans = try await bench.database.write { tx in
                let recorder = PlanRecorder(tx)
                _ = try WorkQueue.tenants(recorder, after: TenantID(rawValue: 0), limit: 16)
                let work = try #require(
                    try WorkQueue.take(recorder, WorkBench.acme, limit: 5, lease: .seconds(9)).first)
                try WorkQueue.hold(recorder, work)
                return recorder.plans
            }
            #expect(plans.count == 4)
            for plan in plans { #expect(readsWholeTable(plan, "work") == false, "\(plan)") }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `finding tenants with unrecorded events reads the index of those only`(kind: TestDatabase) async throws {
        try await WorkBench.run(on: kind) { bench in
            try await bench.database.write { tx in
                for number in 0..<1_500 {
                    try tx.append(
                        .sample(TenantID(rawValue: Int64(number % 3)), subject: UInt8(number & 255), at: tx.now))
                }
            }
            try await Sequencer(database: bench.database, logger: WorkBench.logger).sequence()
            try await bench.database.write { try $0.execute("ANALYZE event") }
            let plans = try await bench.database.read { tx in
                let recorder = PlanRecorder(tx)
                _ = try UnrecordedEvents.tenants(recorder, after: TenantID(rawValue: 0), limit: 16)
                return recorder.plans
            }
            for plan in plans {
                #expect(plan.contains("event_unrecorded"), "\(plan)")
                #expect(readsWholeTable(plan, "event") == false, "\(plan)")
            }
        }
    }

    private func readsWholeTable(_ plan: String, _ table: String) -> Bool {
        plan.split(separator: "\n").contains { line in
            line.contains("Seq Scan on \(table)") || line.hasPrefix("SCAN \(table)") && !line.contains("INDEX")
        }
    }
}
