import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct KeyMaintenanceTests {
    @Test(
        .proves("mail/reminder-slots", "mail/slot-day-after-issue", "mail/key-deleted-30-days"),
        arguments: TestDatabase.allCases)
    func `keys of every length are reminded of day by day, once, and deleted 30 days after their end`(
        kind: TestDatabase
    ) async throws {
        try await withAccounts(on: kind) { accounts in
            for days in KeyExpiry.intervals { _ = try await accounts.issue("d\(days)", .days(days)) }
            _ = try await accounts.issue("never", .never)
            let start = accounts.clock.now
            for day in 0...396 {
                accounts.clock.set(start + .seconds(86_400 * day))
                try await accounts.maintain()
                if day.isMultiple(of: 50) { try await accounts.maintain() }
            }
            let told = try await accounts.told(since: start)
            #expect(told["d30"] == ["23 in 7 days", "27 in 3 days", "29 in 1 day", "30 expired"])
            #expect(
                told["d90"] == [
                    "30 in 60 days", "60 in 30 days", "83 in 7 days", "87 in 3 days", "89 in 1 day", "90 expired",
                ])
            #expect(told["d180"]?.first == "120 in 60 days" && told["d180"]?.last == "180 expired")
            #expect(told["d365"]?.map { $0.prefix(3) } == ["305", "335", "358", "362", "364", "365"])
            #expect(told["never"] == nil)
            let left = try await accounts.keys.list(of: accounts.globex.id, in: accounts.acme.id).map(\.label)
            #expect(left == ["never"])
            #expect(try await accounts.directoryCount() == 1)
        }
    }

    @Test(.proves("mail/newest-slot-only"), arguments: TestDatabase.allCases)
    func `after a standstill only the newest slot is told, and a clock that jumps repeats none`(
        kind: TestDatabase
    ) async throws {
        try await withAccounts(on: kind) { accounts in
            _ = try await accounts.issue("k", .days(90))
            let start = accounts.clock.now
            for day in [85, 85, 62, 85, 89, 200, 89] {
                accounts.clock.set(start + .seconds(86_400 * day))
                try await accounts.maintain()
            }
            let told = try await accounts.told(since: start)["k"]
            #expect(told == ["85 in 5 days", "62 in 28 days", "89 in 1 day", "200 expired"])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `nodes that run the task at once tell each recipient once`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            for number in 1...20 { _ = try await accounts.issue("k\(number)", .days(30)) }
            accounts.clock.advance(by: .seconds(86_400 * 27))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...4 { group.addTask { try await accounts.maintain() } }
                try await group.waitForAll()
            }
            let told = try await accounts.told(since: accounts.clock.now)
            #expect(told.count == 20 && told.values.allSatisfy { $0 == ["0 in 3 days"] })
        }
    }

    @Test(.proves("mail/rotation-resets-slots"), arguments: TestDatabase.allCases)
    func `a rotation begins anew, also with the same end, and ends what was due`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            var issued = try await accounts.issue("k", .days(30))
            let start = accounts.clock.now
            func day(_ number: Int) async throws {
                accounts.clock.set(start + .seconds(86_400 * number))
                try await accounts.maintain()
            }
            try await day(24)
            let end = try #require(issued.key.expiresAt)
            issued = try await accounts.rotate(issued, expiry: .at(end)).issued
            try await day(24)
            try await day(25)
            try await day(26)
            issued = try await accounts.rotate(issued, expiry: .days(90)).issued
            for number in [27, 30, 55, 56] { try await day(number) }
            let told = try await accounts.told(since: start)["k"]
            #expect(told == ["24 in 6 days", "24 rotated", "26 rotated", "56 in 60 days"])
        }
    }

    @Test(.proves("mail/muted"), arguments: TestDatabase.allCases)
    func `what a recipient switched off is not sent, nor anything to a deactivated account`(
        kind: TestDatabase
    ) async throws {
        try await withAccounts(on: kind) { accounts in
            let preferences = EmailPreferences(database: accounts.database, secrets: accounts.secrets)
            let token = try await preferences.token(
                for: "it@globex.example", of: accounts.globex.id, in: accounts.acme.id)
            _ = try await preferences.set([.reminderImminent: false, .keyIssued: false], for: token)
            let key = try await accounts.issue("k", .days(30))
            let start = accounts.clock.now
            for day in [23, 27, 29] {
                accounts.clock.set(start + .seconds(86_400 * day))
                try await accounts.maintain()
            }
            #expect(try await accounts.told(since: start).isEmpty)
            _ = try await preferences.set([.reminderImminent: true], for: token)
            try await accounts.maintain()
            #expect(try await accounts.told(since: start).isEmpty, "a slot that went by stays gone")
            _ = try await accounts.partners.deactivate(accounts.globex.id, in: accounts.acme.id, by: .console)
            accounts.clock.set(start + .seconds(86_400 * 30))
            try await accounts.maintain()
            #expect(try await accounts.told(since: start).isEmpty)
            #expect(key.key.label == "k")
        }
    }

    @Test func `days are those of the tenant's calendar`() throws {
        let end = try #require(Instant("2026-08-18T02:00:00Z"))
        let issue = try #require(Instant("2026-05-20T02:00:00Z"))
        func due(_ now: String, _ zone: String) throws -> Int? {
            ReminderSlot.newestDue(
                endingAt: end, issuedAt: issue, now: try #require(Instant(now)), by: LocalTime(zone: zone))?.days
        }
        #expect(try due("2026-08-16T23:30:00Z", "UTC") == 3)
        #expect(try due("2026-08-16T23:30:00Z", "Europe/Amsterdam") == 1, "there it is the 17th already")
        #expect(try due("2026-08-16T23:30:00Z", "America/New_York") == 1, "there it ends on the 17th")
        #expect(try due("2026-08-18T01:59:59Z", "UTC") == 1)
        #expect(try due("2026-08-18T02:00:00Z", "America/New_York") == 0)
    }
}

extension AccountsUnderTest {
    func maintain() async throws {
        try await KeyMaintenance(database: database).run()
    }

    /// What was queued about each key after its issue: the day, and what was said.
    func told(since start: Instant) async throws -> [String: [String]] {
        let mails = try await database.read { [acme] tx in
            try tx.query(
                "SELECT kind, facts, created_at FROM outbox WHERE tenant = ? AND kind <> ? ORDER BY id",
                [acme.id, MailKind.partnerKeyIssued.rawValue]
            ).map { (try $0.text(0), try JSONValue.parse(Array($0.text(1).utf8)), try $0.instant(2)) }
        }
        return mails.reduce(into: [:]) { told, mail in
            let day = ((mail.2 - start) / .seconds(86_400)).rounded()
            let what = mail.1["when"]?.string ?? mail.0.split(separator: "_").last.map(String.init) ?? ""
            told[mail.1["label"]?.string ?? "", default: []].append("\(Int(day)) \(what)")
        }
    }
}
