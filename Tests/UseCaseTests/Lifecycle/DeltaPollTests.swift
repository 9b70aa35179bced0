import HTTPTypes
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite(.timeLimit(.minutes(20)))
struct DeltaPollTests {
    @Test(.proves("customer/poll-required"))
    func `since, tz and a reference are required, each with its code`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            for (query, error) in [
                ("tz=UTC&ext_reference_1=a", "missing_since"), ("since=&tz=UTC&ext_reference_1=a", "missing_since"),
                ("since=2026-01-01&ext_reference_1=a", "missing_tz"),
                ("since=2026-01-01&tz=Mars/Olympus&ext_reference_1=a", "invalid_tz"),
                ("since=2026-01-01&tz=UTC", "missing_ext_reference"),
                ("since=2026-01-01&tz=UTC&ext_reference_2=%20", "missing_ext_reference"),
                ("since=soon&tz=UTC&ext_reference_2=a", "validation_failed"),
                ("since=2026-01-01&tz=UTC&ext_reference_2=a&limit=501", "validation_failed"),
                ("since=2026-01-01&tz=UTC&ext_reference_2=a&tier=4", "validation_failed"),
                ("since=2026-01-01&tz=UTC&ext_reference_2=a&wait=31", "validation_failed"),
                ("since=2026-01-01&tz=UTC&ext_reference_2=a&cursor=x", "validation_failed"),
            ] {
                let answer = try await nuntiq.customerAPI.get("\(TestNuntiq.pollPath)?\(query)")
                #expect(answer.status == 400 && answer["error"] == .string(error), "\(query): \(answer.text)")
            }
            let nothing = try await nuntiq.customerAPI.get(TestNuntiq.pollPath)
            #expect(nothing["error"] == "missing_since" && nothing["details"]?.array?.count == 3)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the answer says what was asked and where to go on`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.referring(to: "PO-1"))
            for _ in 0..<3 { try await nuntiq.say(.inProcess, on: token) }
            let path = "\(TestNuntiq.pollPath)?tz=Europe/Amsterdam&ext_reference_1=Po-1"
            let answer = try await nuntiq.customerAPI.get("\(path)&since=2026-02-01T00:00:00&tier=2&limit=2")
            #expect(answer["since_utc"] == "2026-01-31T23:00:00.000000Z" && answer["tz"] == "Europe/Amsterdam")
            #expect(answer["filters"] == ["ext_reference_1": "Po-1"] && answer["tier"] == 2)
            #expect(answer["messages"]?.array?.map { $0["code"] } == ["IN_PROCESS", "IN_PROCESS"])
            let cursor = try #require(answer["next_cursor"]?.string)
            let rest = try await nuntiq.customerAPI.get(
                "\(path)&since=2026-02-01T00:00:00&tier=2&limit=2&cursor=\(cursor)")
            #expect(rest["messages"]?.array?.count == 1 && rest["next_cursor"]?.isNull == true)
            let offset = try await nuntiq.customerAPI.get("\(path)&since=2026-02-01T00:00:00%2002:00")
            #expect(offset["since_utc"] == "2026-01-31T22:00:00.000000Z" && offset["tier"] == "all")
            #expect(offset["messages"]?.array?.count == 5)
        }
    }

    @Test(.proves("customer/poll-since-exclusive"), arguments: TestDatabase.allCases)
    func `since is exclusive, and goes by recorded_at, not occurred_at`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.referring(to: "po-1"))
            let early = nuntiq.clock.now - .seconds(86_400)
            let first = try await nuntiq.say(.inProcess, on: token, ["occurred_at": early.json])
            let second = try await nuntiq.say(.acknowledged, on: token)
            let place = try #require(first["recorded_at"]?.string)
            let later = try await nuntiq.poll(since: place)["messages"]?.array
            #expect(later?.map { $0["recorded_at"] } == [second["recorded_at"]])
            let milliseconds = "\(place.dropLast(4))Z"
            let repeated = try await nuntiq.poll(since: milliseconds)["messages"]?.array?.compactMap {
                $0["recorded_at"]
            }
            #expect(repeated?.contains(first["recorded_at"] ?? .null) == true)
            #expect(repeated?.last == second["recorded_at"])
        }
    }

    @Test(.proves("customer/poll-references-at-writing"), arguments: TestDatabase.allCases)
    func `references are those at the time of writing, exact but for case`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(
                .with { $0.references = ["Straße", "b_%", "", "", ""] })
            let seeder = nuntiq.seeder
            try await seeder.insert(.with { $0.references = ["strasse-2", "bx1", "", "", ""] })
            let tenant = nuntiq.tenant.id
            try await nuntiq.app.database.write { tx in
                try tx.execute(
                    "UPDATE invoice_state SET reference_1 = 'new' WHERE tenant = ? AND token = ?", [tenant, token])
            }
            try await nuntiq.say(.acknowledged, on: token)
            func codes(_ query: String) async throws -> [String] {
                let path = "\(TestNuntiq.pollPath)?since=2026-01-01&tz=UTC&\(query)"
                let answer = try await nuntiq.customerAPI.get(path)
                return answer["messages"]?.array?.compactMap { $0["code"]?.string } ?? []
            }
            #expect(try await codes("ext_reference_1=STRASSE") == ["RECEIVED", "READY"])
            #expect(try await codes("ext_reference_1=NEW") == ["ACKNOWLEDGED"])
            #expect(try await codes("ext_reference_2=B_%25") == ["RECEIVED", "READY", "ACKNOWLEDGED"])
            #expect(try await codes("ext_reference_2=b_%25&ext_reference_1=new") == ["ACKNOWLEDGED"])
            #expect(try await codes("ext_reference_2=b%25") == [])
            #expect(try await codes("ext_reference_3=b_%25") == [])
        }
    }

    @Test(.proves("customer/poll-wait"), arguments: TestDatabase.allCases)
    func `a poll with nothing to tell waits for the first message`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let token = try await nuntiq.seeder.insert(.referring(to: "po-1"))
            let first = try await nuntiq.say(.inProcess, on: token)
            let place = try #require(first["recorded_at"]?.string)
            let nothing = try await nuntiq.poll("&wait=0", since: place)
            #expect(nothing["messages"] == [])
            async let polled = nuntiq.poll("&wait=30", since: place)
            let second = try await nuntiq.say(.acknowledged, on: token)
            let woken = try await polled
            #expect(woken["messages"]?.array?.map { $0["recorded_at"] } == [second["recorded_at"]])
            let slow = try await nuntiq.poll("&wait=1", since: second["recorded_at"]?.string)
            #expect(slow["messages"] == [] && slow["next_cursor"]?.isNull == true)
        }
    }

    @Test func `a wait ends when the node stops`() async throws {
        let (looks, looked) = AsyncStream<Void>.makeStream()
        let signals = SignalHub()
        let route = Route.open(.get, "/wait", summary: "Waits for what never comes.") { _, _ in
            let value: Bool? = try await CommitWait(signals, .events).first(within: .seconds(600)) {
                looked.yield()
                return nil
            }
            return JSONAnswer(["found": .bool(value != nil)])
        }
        try await withNuntiq(on: .sqlite, routes: [route]) { nuntiq in
            async let answer = nuntiq.stranger.get("/wait")
            for await _ in looks { break }
            await nuntiq.stop()
            let stopped = try await answer
            #expect(stopped["found"] == false)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a poll reads the index of its first reference`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let seeder = nuntiq.seeder
            for number in 0..<300 { try await seeder.insert(.referring(to: "po-\(number % 30)")) }
            try await sequenceEvents(nuntiq.app.database)
            try await nuntiq.app.database.write { try $0.execute("ANALYZE event") }
            let tenant = nuntiq.tenant.id
            let plans = try await nuntiq.app.database.read { tx in
                let recorder = PlanRecorder(tx)
                _ = try LifecycleRepository(tx: recorder, tenant: tenant).feed(
                    LifecycleFilter(references: [1: "po-1"]), after: Instant(microseconds: 0), limit: 5)
                return recorder.plans
            }
            #expect(plans.count == 1 && plans[0].contains("event_by_reference_1"), "\(plans)")
        }
    }
}
