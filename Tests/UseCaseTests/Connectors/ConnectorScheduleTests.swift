import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// Instances, their schedules and their runs in the database, without processes.
@Suite
struct ConnectorScheduleTests {
    @Test(.proves("connector/one-at-a-time"), arguments: TestDatabase.allCases)
    func `an instance runs when its time comes, never twice at once, and once after an outage`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let instance = try await nuntiq.instance("erp", "*/10 * * * *")
            #expect(instance.nextRunAt?.description == "2026-03-01T12:10:00.000000Z")
            #expect(try await nuntiq.schedule.queueDue() == 0)
            nuntiq.clock.advance(by: .seconds(600))
            #expect(try await nuntiq.schedule.queueDue() == 1)
            #expect(try await nuntiq.schedule.queueDue() == 0)
            let run = try #require(try await nuntiq.app.jobs.runs(of: instance.id, in: nuntiq.tenant.id).first)
            #expect(run.status == .queued && run.cause == .schedule)

            nuntiq.clock.advance(by: .seconds(600))
            #expect(try await nuntiq.schedule.queueDue() == 0, "the first has not ended")
            let skipping = try await nuntiq.connectors.find("erp", in: nuntiq.tenant.id)
            #expect(skipping.skippedAt?.description == "2026-03-01T12:20:00.000000Z")
            await #expect(throws: ConnectorError.alive("erp")) {
                try await nuntiq.connectors.start(instance.id, in: nuntiq.tenant.id, by: .console)
            }

            try await nuntiq.app.jobs.finish(run, JobEnd(.succeeded), in: nuntiq.tenant.id)
            nuntiq.clock.advance(by: .seconds(86_400))
            #expect(try await nuntiq.schedule.queueDue() == 1, "144 times went by")
            let next = try await nuntiq.connectors.find("erp", in: nuntiq.tenant.id).nextRunAt
            #expect(next?.description == "2026-03-02T12:30:00.000000Z")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `two nodes that look at once queue one run`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            for number in 0..<20 { _ = try await nuntiq.instance("c\(number)", "* * * * *") }
            nuntiq.clock.advance(by: .seconds(60))
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 { group.addTask { try await nuntiq.schedule.queueDue() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.reduce(0, +) == 20)
            #expect(try await nuntiq.app.jobs.runs(in: nuntiq.tenant.id).count == 20)
        }
    }

    @Test(.proves("connector/scheduler-cost"), arguments: TestDatabase.allCases)
    func `a look costs the same however many instances are not due`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            try await nuntiq.fillDue(tenants: 1_000, schedulesOfEach: 3)
            let plans = try await nuntiq.app.database.read { tx in
                let recorder = PlanRecorder(tx)
                let count = try ConnectorSchedule.dueRows(recorder)
                return count == 0 ? recorder.plans : []
            }
            #expect(plans.count == 1, "one statement")
            let plan = plans.joined()
            switch kind {
            case .sqlite: #expect(plan.contains("SEARCH connector_due USING PRIMARY KEY (due_at<?)"), "\(plan)")
            case .postgres: #expect(plan.contains("connector_due_pkey") && !plan.contains("Seq Scan"), "\(plan)")
            }
        }
    }

    @Test(.proves("connector/run-token"), arguments: TestDatabase.allCases)
    func `a run begins with its secrets and a token that is dead when it ends`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (jobs, tenant) = (nuntiq.app.jobs, nuntiq.tenant.id)
            let instance = try await nuntiq.instance("erp", nil, secrets: ["password": "hunter22"])
            #expect(instance.secretNames == ["password"])
            let run = try await nuntiq.connectors.start(instance.id, in: tenant, by: .console)
            guard case .begun(let begun) = try await jobs.begin(run.id, on: "n1", grace: .seconds(60), in: tenant)
            else { throw JobError.unknown }
            #expect(begun.secrets["password"] == "hunter22")
            let api = nuntiq.stranger.showing(job: begun.token, of: nuntiq.tenant.customerNumber)
            #expect(try await api.get("/api/v1/supplier").status == 200)
            #expect(try await api.get("/api/v1/invoices")["error"] == "permission_missing")
            _ = try await api.post("/api/v1/job/log", ["message": "with aHVudGVyMjI= and hunter22"])
            #expect(try await jobs.log(of: run.id, in: tenant).map(\.entry.message) == ["with ***I= and ***"])
            try await jobs.finish(run, JobEnd(.failed, error: "no"), in: tenant)
            #expect(try await api.get("/api/v1/supplier").status == 401)
            #expect(try await jobs.find(run.id, in: tenant).error == "no")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a run whose node is gone is orphaned, and its instance is free again`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let (jobs, tenant) = (nuntiq.app.jobs, nuntiq.tenant.id)
            let instance = try await nuntiq.instance("erp", nil)
            let run = try await nuntiq.connectors.start(instance.id, in: tenant, by: .console)
            guard case .begun(let begun) = try await jobs.begin(run.id, on: "n1", grace: .zero, in: tenant) else {
                throw JobError.unknown
            }
            guard case .orphaned = try await jobs.begin(run.id, on: "n2", grace: .zero, in: tenant) else {
                throw JobError.unknown
            }
            let api = nuntiq.stranger.showing(job: begun.token, of: nuntiq.tenant.customerNumber)
            #expect(try await api.get("/api/v1/supplier").status == 401)
            let over = try await jobs.find(run.id, in: tenant)
            #expect(over.status == .orphaned && over.error.contains("n1"))
            try await jobs.finish(run, JobEnd(.succeeded), in: tenant)
            #expect(try await jobs.find(run.id, in: tenant).status == .orphaned, "what ended has ended")
            _ = try await nuntiq.connectors.start(instance.id, in: tenant, by: .console)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `instances are changed, disabled and removed, and another tenant's are not seen`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let (connectors, tenant) = (nuntiq.connectors, nuntiq.tenant.id)
            let instance = try await nuntiq.instance("erp", "@hourly")
            await #expect(throws: ConnectorError.nameTaken("ERP")) { try await nuntiq.instance("ERP", nil) }
            let off = try await connectors.enable(false, instance.id, in: tenant, by: .console)
            #expect(!off.isEnabled && off.nextRunAt == nil)
            nuntiq.clock.advance(by: .seconds(7_200))
            #expect(try await nuntiq.schedule.queueDue() == 0)
            let changed = try await connectors.change(instance.id, in: tenant, by: .console) {
                $0.timeZone = "Europe/Amsterdam"
                $0.config = ["a": 1]
            }
            #expect(changed.nextRunAt == nil && changed.setup.config == ["a": 1])
            let on = try await connectors.enable(true, instance.id, in: tenant, by: .console)
            #expect(on.nextRunAt?.description == "2026-03-01T15:00:00.000000Z")
            let faults = await #expect(throws: ConnectorError.self) {
                try await connectors.change(instance.id, in: tenant, by: .console) {
                    $0.timeZone = "Moon"
                    $0.bundle = "../x"
                    $0.permissions = [.deltaReset]
                    $0.limits.memoryMB = 1
                }
            }
            #expect(faults?.details.map(\.field) == ["bundle", "permissions", "time_zone", "memory_limit"])
            let other = TenantID(rawValue: tenant.rawValue + 1)
            await #expect(throws: ConnectorError.unknown("erp")) { try await connectors.find("erp", in: other) }
            await #expect(throws: ConnectorError.self) {
                try await connectors.remove(instance.id, in: other, by: .console)
            }
            try await connectors.remove(instance.id, in: tenant, by: .console)
            #expect(try await connectors.list(tenant).isEmpty)
            nuntiq.clock.advance(by: .seconds(7_200))
            #expect(try await nuntiq.schedule.queueDue() == 0)
        }
    }
}

extension TestNuntiq {
    var connectors: Connectors {
        Connectors(database: app.database, environment: app.environment, secrets: app.installation.secrets)
    }

    var schedule: ConnectorSchedule { ConnectorSchedule(database: app.database, environment: app.environment) }

    /// Makes an instance that reads master data.
    @discardableResult
    func instance(_ name: String, _ schedule: String?, secrets: JSONObject = [:]) async throws -> ConnectorInstance {
        let setup = ConnectorSetup(
            bundle: "shared", entrypoint: "pull", permissions: [.readData],
            schedule: try schedule.map(CronSchedule.init))
        return try await connectors.add(name, setup, secrets: secrets, in: tenant.id, by: .console)
    }

    /// Due times in the future, as so many tenants have.
    fileprivate func fillDue(tenants: Int, schedulesOfEach count: Int) async throws {
        let later = clock.now + .seconds(3_600)
        try await app.database.write { tx in
            for tenant in 1...tenants {
                for instance in 1...count {
                    try tx.execute(
                        "INSERT INTO connector_due (due_at, tenant, instance) VALUES (?, ?, ?)",
                        [later + .seconds(tenant), TenantID(rawValue: Int64(tenant)), Int64(instance)])
                }
            }
            if tx.dialect == .postgres { try tx.execute("ANALYZE connector_due") }
        }
    }
}
