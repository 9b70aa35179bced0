import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct RotationTests {
    @Test(.proves("partner/rotate-same-row", "partner/rotate-grace-4h"), arguments: TestDatabase.allCases)
    func `a rotation keeps id and label, and the old key works four more hours`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let first = try await accounts.issue()
            let second = try await accounts.rotate(first).issued
            #expect(second.key.id == first.key.id && second.key.label == first.key.label)
            #expect(second.apiKey != first.apiKey && second.rotationSecret != first.rotationSecret)
            #expect(second.apiKey.hasPrefix(second.key.prefix) && second.apiKey.hasSuffix(second.key.last4))
            let graceUntil = accounts.clock.now + .seconds(4 * 3_600)
            #expect(second.key.graceUntil == graceUntil)
            #expect(try await accounts.open(second.apiKey)?.inGrace == false)
            accounts.clock.set(graceUntil - .microseconds(1))
            #expect(try await accounts.open(first.apiKey)?.inGrace == true)
            accounts.clock.set(graceUntil)
            #expect(try await accounts.open(first.apiKey) == nil)
            #expect(try await accounts.open(second.apiKey) != nil)
            #expect(try await accounts.keys.list(of: accounts.globex.id, in: accounts.acme.id).count == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a new rotation replaces the one grace entry`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let first = try await accounts.issue()
            let second = try await accounts.rotate(first).issued
            let third = try await accounts.rotate(second).issued
            #expect(try await accounts.open(first.apiKey) == nil)
            #expect(try await accounts.open(second.apiKey)?.inGrace == true)
            #expect(try await accounts.open(third.apiKey)?.inGrace == false)
            #expect(try await accounts.directoryCount() == 2)
            _ = try await accounts.keys.revoke(third.key.id, in: accounts.acme.id, by: .console)
            #expect(try await accounts.directoryCount() == 0)
        }
    }

    @Test(.proves("partner/rotate-expiry"), arguments: TestDatabase.allCases)
    func `the expiry is the stored interval again, or what the body says`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let clock = accounts.clock
            var issued = try await accounts.issue("erp", .days(30))
            clock.advance(by: .seconds(86_400 * 20))
            func rotated(_ expiry: KeyExpiry?) async throws -> PartnerKey {
                issued = try await accounts.rotate(issued, expiry: expiry).issued
                return issued.key
            }
            let again = try await rotated(nil)
            #expect(again.expiresAt == clock.now + .seconds(86_400 * 30) && again.expiresIntervalDays == 30)
            let longer = try await rotated(.days(365))
            #expect(longer.expiresAt == clock.now + .seconds(86_400 * 365) && longer.expiresIntervalDays == 365)
            let end = clock.now + .seconds(60)
            let until = try await rotated(.at(end))
            #expect(until.expiresAt == end && until.expiresIntervalDays == nil)
            let never = try await rotated(nil)
            #expect(never.expiresAt == nil && never.expiresIntervalDays == nil)
            _ = try await rotated(.days(90))
            #expect(try await rotated(.never).expiresAt == nil)
            for (wrong, field) in [(KeyExpiry.at(clock.now), "expires_at"), (.days(31), "expires_interval_days")] {
                let error = try await #require(throws: KeyError.self) { try await rotated(wrong) }
                #expect(error.details.map(\.field) == [field])
            }
            #expect(try await accounts.open(issued.apiKey) != nil)
        }
    }

    @Test(.proves("partner/rotate-not-expired-revoked-grace"), arguments: TestDatabase.allCases)
    func `an expired, revoked, replaced or deactivated key cannot rotate`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let (expired, revoked) = (try await accounts.issue("a", .days(30)), try await accounts.issue("b"))
            let (graced, orphan) = (try await accounts.issue("c", .never), try await accounts.issue("d"))
            _ = try await accounts.keys.revoke(revoked.key.id, in: accounts.acme.id, by: .console)
            _ = try await accounts.rotate(graced)
            accounts.clock.advance(by: .seconds(86_400 * 30))
            for issued in [expired, revoked, graced] {
                await #expect(throws: KeyError.rotationRefused) { try await accounts.rotate(issued) }
            }
            _ = try await accounts.partners.deactivate(accounts.globex.id, in: accounts.acme.id, by: .console)
            await #expect(throws: KeyError.rotationRefused) { try await accounts.rotate(orphan) }
        }
    }

    @Test(.proves("partner/rotate-pair"), arguments: TestDatabase.allCases)
    func `key, secret and id must be of one key`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let (mine, other) = (try await accounts.issue("a"), try await accounts.issue("b"))
            let unknown = APIKey.generate(.rotationSecret, random: accounts.environment.random).text
            let wrong: [(Token?, String, String)] = [
                (mine.key.id, mine.apiKey, other.rotationSecret), (mine.key.id, mine.apiKey, unknown),
                (mine.key.id, mine.apiKey, ""), (mine.key.id, mine.apiKey, mine.apiKey),
                (mine.key.id, other.apiKey, mine.rotationSecret), (other.key.id, mine.apiKey, mine.rotationSecret),
                (other.key.id, other.apiKey, other.rotationSecret), (nil, mine.apiKey, mine.rotationSecret),
            ]
            for (id, key, secret) in wrong {
                await #expect(throws: KeyError.rotationRefused) {
                    try await accounts.keys.rotate(
                        RotationRequest(keyID: id, apiKey: key, rotationSecret: secret), by: accounts.holder(of: mine))
                }
            }
            #expect(try await accounts.directoryCount() == 2)
            _ = try await accounts.rotate(mine)
        }
    }

    @Test(.proves("partner/rotate-race"), arguments: TestDatabase.allCases)
    func `of several rotations at once one wins`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let won = await withTaskGroup(of: RotatedKey?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        do {
                            return try await accounts.rotate(issued)
                        } catch {
                            #expect(error as? KeyError == .rotationRefused, "\(error)")
                            return nil
                        }
                    }
                }
                return await group.reduce(into: [RotatedKey]()) { won, key in
                    if let key { won.append(key) }
                }
            }
            let winner = try #require(won.first)
            #expect(won.count == 1)
            #expect(try await accounts.open(winner.issued.apiKey)?.inGrace == false)
            #expect(try await accounts.open(issued.apiKey)?.inGrace == true)
            #expect(try await accounts.directoryCount() == 2)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a rotation is in the audit, without a secret`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let first = try await accounts.issue()
            let second = try await accounts.rotate(first, idempotencyKey: "k").issued
            _ = try await accounts.rotate(first, idempotencyKey: "k")
            let events = try await accounts.events(of: first.key.id.bytes)
            #expect(events.map(\.kind) == ["key_issued", "key_rotated", "key_rotation_replayed"])
            #expect(events.map(\.actor) == ["Operator", "Globex", "Globex"])
            let facts = try JSONValue.parse(events[1].payload)
            #expect(facts["id"] == first.key.id.json && facts["label"] == "erp")
            #expect(facts["last_4"] == .string(second.key.last4) && facts["prefix"] == .string(second.key.prefix))
            #expect(facts["replaced_last_4"] == .string(first.key.last4))
            for secret in [first.apiKey, first.rotationSecret, second.apiKey, second.rotationSecret] {
                #expect(!events.contains { $0.payload.contains(secret) })
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `reminders begin anew, and the next rotation is due a cadence later`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let (plain, cadenced) = (try await accounts.issue("plain"), try await accounts.issue("cadenced"))
            try await accounts.database.write { [acme = accounts.acme.id] tx in
                try tx.execute("UPDATE partner_key SET reminders_sent = '60 30' WHERE tenant = ?", [acme])
                try tx.execute(
                    """
                    UPDATE partner_key SET rotation_cadence_days = 45, rotation_due_at = ? WHERE tenant = ? AND id = ?
                    """,
                    [tx.now, acme, cadenced.key.id])
            }
            accounts.clock.advance(by: .seconds(86_400))
            for issued in [plain, cadenced] { _ = try await accounts.rotate(issued) }
            let rows = try await accounts.database.read { [acme = accounts.acme.id] tx in
                try tx.query(
                    "SELECT rotation_due_at, reminders_sent FROM partner_key WHERE tenant = ? ORDER BY label DESC",
                    [acme])
            }
            #expect(rows[0].isNull(0))
            #expect(try rows[1].instant(0) == accounts.clock.now + .seconds(86_400 * 45))
            #expect(try rows.map { try $0.text(1) } == ["", ""])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the use of the old key is told apart from that of the new`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let first = try await accounts.issue()
            let second = try await accounts.rotate(first).issued
            let authentication = accounts.authentication()
            _ = try await authentication.principal(showing: first.apiKey, from: "192.0.2.1")
            try await authentication.usage.flush()
            func row() async throws -> Row {
                try await accounts.database.read { [acme = accounts.acme.id] tx in
                    try tx.query(
                        "SELECT last_used_from, grace_used_from, grace_used_at FROM partner_key WHERE tenant = ?",
                        [acme])[0]
                }
            }
            #expect(try await row().values == [.text(""), .text("192.0.2.1"), accounts.clock.now.sqlValue])
            _ = try await authentication.principal(showing: second.apiKey, from: "192.0.2.2")
            try await authentication.usage.flush()
            #expect(try await row().text(0) == "192.0.2.2")
            _ = try await accounts.rotate(second)
            let fresh = try await row()
            #expect(try fresh.text(1) == "" && fresh.isNull(2))
        }
    }
}
