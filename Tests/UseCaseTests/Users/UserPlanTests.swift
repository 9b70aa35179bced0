import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// A page view costs the same however many people and sessions there are.
@Suite
struct UserPlanTests {
    @Test(arguments: TestDatabase.allCases)
    func `people, sessions and links are found by keys alone`(kind: TestDatabase) async throws {
        try await withPeople(on: kind) { people in
            let acme = people.acme
            let anna = try await people.person()
            let hash = try await people.attempt().session.hash
            let plans = try await people.database.write { tx in
                if tx.dialect == .postgres { try tx.execute("SET LOCAL enable_seqscan = off") }
                let recorder = PlanRecorder(tx)
                let users = UserRepository(recorder)
                _ = try users.find(acme, email: "anna@acme.example")
                _ = try users.find(acme, loginAccount: "anna@acme.example")
                _ = try users.list(acme)
                _ = try SessionRepository(recorder).find(acme, hash)
                _ = try SessionRepository(recorder).all(anna)
                _ = try PortalLinkRepository(recorder).find(acme, hash)
                _ = try PortalLinkRepository(recorder).hasInvitation(acme, anna.id)
                _ = try GroupRepository(recorder).memberCount(acme, of: "CLERKS")
                return recorder.plans
            }
            #expect(plans.count > 8)
            for plan in plans { #expect(!plan.contains("Seq Scan") && !plan.contains("SCAN "), "\(plan)") }
        }
    }
}
