import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct DuplicatePairTests {
    @Test(.proves("transitions/45-30-not-duplicate"), arguments: TestDatabase.allCases)
    func `a pair that was called different is never asked again, from either side`(kind: TestDatabase) async throws {
        let clock = TestClock()
        try await withDatabase(on: kind, clock: clock) { database in
            let seeder = InvoiceSeeder(database)
            let first = try await seeder.insert()
            let twin = try await seeder.insert(.with { $0.status = .duplicateSuspected })
            let third = try await seeder.insert()
            let (before, after) = try await database.write { tx in
                let states = InvoiceStateRepository(tx: tx)
                let all = try states.find(seeder.tenant, [first, twin, third])
                let pairs = DuplicatePairs(tx)
                let before = try pairs.originals(of: twin, among: all).map(\.token)
                let state = try #require(all.first { $0.token == twin })
                let change = try state.denyDuplicate(of: first, reason: "r", by: .console, at: tx.now)
                try ChangeStatus.save(tx, change, over: state)
                let fromTwin = try pairs.originals(of: twin, among: all).map(\.token)
                let fromFirst = try pairs.originals(of: first, among: all).map(\.token)
                #expect(change.newStatus == .enriching)
                return (Set(before), [Set(fromTwin), Set(fromFirst)])
            }
            #expect(before == [first, third])
            #expect(after == [[third], [third]])
        }
    }

    @Test(.proves("transitions/60-98-no-original"), arguments: TestDatabase.allCases)
    func `what was rejected or cancelled is no original`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let seeder = InvoiceSeeder(database)
            let (kept, rejected, cancelled, new) = (
                try await seeder.insert(), try await seeder.insert(), try await seeder.insert(),
                try await seeder.insert()
            )
            let originals = try await database.write { tx in
                for (token, status, trigger) in [
                    (rejected, Status.rejected, Trigger.reject), (cancelled, .integrationCancelled, .cancel),
                ] { try ChangeStatus.change(tx, tenant: seeder.tenant, token: token, to: status, by: trigger) }
                let all = try InvoiceStateRepository(tx: tx).find(seeder.tenant, [kept, rejected, cancelled, new])
                return try DuplicatePairs(tx).originals(of: new, among: all).map(\.token)
            }
            #expect(originals == [kept])
        }
    }
}
