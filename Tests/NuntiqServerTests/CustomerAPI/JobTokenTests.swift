import NuntiqCore
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

@Suite
struct JobTokenTests {
    @Test(.proves("customer/job-token"), arguments: TestDatabase.allCases)
    func `a job token opens its permissions, for its tenant and while its run lives`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, hasJob: true) { nuntiq in
            let tenant = nuntiq.tenant
            #expect(try await nuntiq.jobAPI.get("/api/v1/supplier").status == 200)
            let reset = try await nuntiq.jobAPI.post(
                "/api/v1/delta/streams/a/b/reset", ["new_cursor_value": .null, "reason": "x"])
            #expect(reset.status == 403, "no job token resets")
            let job = try #require(nuntiq.job)
            for (token, number) in [
                (job.token, "000"), (job.token, ""), (job.token + "0", tenant.customerNumber),
                ("jt_" + String(repeating: "0", count: 64), tenant.customerNumber),
            ] {
                let stranger = nuntiq.stranger.showing(job: token, of: number)
                let answer = try await stranger.get("/api/v1/supplier")
                #expect(answer.status == 401 && answer["error"] == "invalid_job_token", "\(token) \(number)")
            }
            let few = try await nuntiq.app.jobs.open(
                NewJob(connector: "few", permissions: [.readDocs], timeLimit: .seconds(60)), in: tenant.id, by: .console
            )
            let reader = nuntiq.stranger.showing(job: few.token, of: tenant.customerNumber)
            #expect(try await reader.get("/api/v1/invoices").status == 200)
            #expect(try await reader.get("/api/v1/supplier")["error"] == "permission_missing")
            nuntiq.clock.advance(by: .seconds(60))
            #expect(try await reader.get("/api/v1/invoices").status == 401, "its time is over")
            try await nuntiq.app.jobs.end(job.run.id, as: .stopped, in: tenant.id, by: .console)
            #expect(try await nuntiq.jobAPI.get("/api/v1/supplier").status == 401, "its run has ended")
            #expect(try await nuntiq.jobAPI.at("acme.localhost").get("/api/v1/supplier").status == 401)
        }
    }

    @Test(.proves("customer/job-calls"), arguments: TestDatabase.allCases)
    func `a run logs, lives and tells how it ends; nobody else does`(kind: TestDatabase) async throws {
        try await withNuntiq(on: kind, hasJob: true) { nuntiq in
            let (jobs, tenant) = (nuntiq.app.jobs, nuntiq.tenant.id)
            let run = try #require(nuntiq.job?.run.id)
            let one = try await nuntiq.jobAPI.post(
                "/api/v1/job/log", ["level": "info", "message": "begins", "step": "read", "detail": ["a": [1]]])
            #expect(one["kept"] == 1, "\(one.text)")
            let lines: JSONValue = [
                ["level": "ERROR", "message": "no answer", "at": "2026-05-01T00:00:00+02:00"], ["message": "again"],
            ]
            #expect(try await nuntiq.jobAPI.post("/api/v1/job/log", lines)["kept"] == 2)
            let faulty = try await nuntiq.jobAPI.post("/api/v1/job/log", [["level": "LOUD"], "x"])
            #expect(faulty["details"]?.array?.map { $0["field"] } == ["[0].level", "[0].message", "[1]"])
            let log = try await jobs.log(of: run, in: tenant)
            #expect(log.map(\.entry.message) == ["begins", "no answer", "again"])
            #expect(log[0].entry.step == "read" && log[0].entry.detail == ["a": [1]])
            #expect(log[1].entry.at?.description == "2026-04-30T22:00:00.000000Z")
            #expect(try await jobs.log(of: run, after: log[1].id, in: tenant).count == 1)
            #expect(try await nuntiq.jobAPI.call(.post, "/api/v1/job/heartbeat").status == 200)
            #expect(try await nuntiq.customerAPI.call(.post, "/api/v1/job/heartbeat")["error"] == "job_token_needed")
            _ = try await nuntiq.jobAPI.post("/api/v1/job/result", ["success": true, "suppliers": 42])
            let ended = try await jobs.end(run, as: .stopped, in: tenant, by: .console)
            #expect(ended.status == .succeeded && ended.result?["suppliers"] == 42)
            #expect(try await jobs.runs(of: ended.instance, in: tenant).map(\.id) == [run])
            #expect(try await jobs.end(run, as: .failed, in: tenant, by: .console).status == .succeeded)
        }
    }
}
