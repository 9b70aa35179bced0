import Foundation
import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// The page of the connectors: who sees what, who changes what.
@Suite(.proves("portals/connectors"))
struct ConnectorRoomTests {
    @Test(arguments: TestDatabase.allCases)
    func `an admin makes, runs, stops, disables and removes an instance; a viewer reads`(kind: TestDatabase)
        async throws
    {
        try await withTemporaryFolder { folder in
            try ConnectorShelf.fill(folder)
            try await withNuntiq(on: kind, configure: { $0.connectorFolder = folder }) { nuntiq in
                let (admin, viewer) = (try await nuntiq.browser(.admin), try await nuntiq.browser(.viewer))
                #expect(try await admin.get("/connectors").text.contains("No connectors yet"))
                let form = [
                    "name": "erp", "program": "shared/pull", "schedule": "*/5 * * * *", "time_zone": "UTC",
                    "config": #"{"connector_name": "erp-nl"}"#, "job_params": "", "secrets": #"{"key": "hunter22"}"#,
                    "permissions": "READ_DATA", "time_limit": "60", "cpu_limit": "60", "memory_limit": "512",
                ]
                let wrong = form.merging(["program": "other/pull", "schedule": "often", "config": "[]"]) { $1 }
                let refused = try await admin.send(wrong, to: "/connectors", on: "/connectors/new")
                #expect(refused.status == 400 && refused.text.contains("Expected a JSON object"), "\(refused.text)")
                #expect(
                    refused.text.contains("A schedule has five fields") && refused.text.contains("other/pull") == false)
                let made = try await admin.send(form, to: "/connectors", on: "/connectors/new")
                #expect(made.status == 303, "\(made.text)")
                let path = String((made.header("Location") ?? "").prefix { $0 != "?" })

                let seen = try await viewer.get(path)
                #expect(seen.status == 200 && seen.text.contains("every 5 min") && seen.text.contains("not run yet"))
                #expect(!seen.text.contains("hunter22") && !seen.text.contains("Run now"))
                #expect(try await viewer.get("\(path)/edit").status == 403)

                #expect(try await admin.submit("\(path)/run", on: path, [:]).status == 303)
                #expect(try await viewer.get(path).text.contains("Waiting for a node"))
                #expect(try await admin.submit("\(path)/remove", on: path, [:]).status == 409)
                #expect(try await admin.submit("\(path)/stop", on: path, [:]).status == 303)
                #expect(try await viewer.get(path).text.contains("Stopped before it began."))
                #expect(try await admin.submit("\(path)/disable", on: path, [:]).status == 303)
                #expect(try await viewer.get("/connectors").text.contains("disabled"))
                let kept = form.merging(["secrets": "", "schedule": ""]) { $1 }
                #expect(try await admin.send(kept, to: "\(path)/edit", on: "\(path)/edit").status == 303)
                #expect(try await admin.get(path).text.contains("by hand"))
                #expect(try await admin.get("\(path)?remove=yes").text.contains("Remove “erp”?"))
                #expect(try await admin.submit("\(path)/remove", on: path, [:]).status == 303)
                #expect(try await admin.get(path).status == 404)
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `the log comes as a page, as text and as events, escaped, and reading it writes nothing`(kind: TestDatabase)
        async throws
    {
        try await withNuntiq(on: kind) { nuntiq in
            let (connectors, jobs, tenant) = (nuntiq.desk, nuntiq.app.jobs, nuntiq.tenant.id)
            let setup = ConnectorSetup(bundle: "shared", entrypoint: "pull", permissions: [.readData])
            let instance = try await connectors.add("erp", setup, in: tenant, by: .console)
            let run = try await connectors.start(instance.id, in: tenant, by: .console)
            _ = try await jobs.begin(run.id, on: "n1", grace: .zero, in: tenant)
            let lines = ["<b>one</b>", "two"].map {
                JobLogEntry(level: .warn, message: $0, step: nil, detail: nil, at: nil)
            }
            _ = try await jobs.keep(lines, of: run.id, in: tenant)
            let viewer = try await nuntiq.browser(.viewer)
            let path = "/connectors/\(instance.id)"
            let page = try await viewer.get(path)
            #expect(page.text.contains("&lt;b&gt;one&lt;/b&gt;") && page.text.contains("data-events="))
            var end = JobEnd(.succeeded, result: ["rows": 214])
            end.recording = try await nuntiq.app.installation.blobs.put(tenant, Array("{}\n".utf8))
            try await jobs.finish(run, end, in: tenant)
            let before = try await jobs.find(run.id, in: tenant)
            let text = try await viewer.get("\(path)/runs/\(run.id)/log")
            #expect(text.text.contains("WARN <b>one</b>\n"))
            #expect(text.header("Content-Disposition")?.hasPrefix("attachment") == true)
            let events = try await viewer.get("\(path)/runs/\(run.id)/events")
            #expect(events.header("Content-Type") == "text/event-stream")
            #expect(events.text.contains("event: line") && events.text.contains("event: end\ndata: done"))
            #expect(try await viewer.get("/connectors").text.contains("214 rows"))
            let (recording, admin) = ("\(path)/runs/\(run.id)/recording", try await nuntiq.browser(.admin))
            #expect(try await viewer.get(recording).status == 403)
            #expect(try await viewer.get(path).text.contains(recording) == false)
            #expect(try await admin.get(path).text.contains(recording))
            #expect(try await admin.get(recording).text == "{}\n")
            #expect(try await jobs.find(run.id, in: tenant) == before)
            #expect(try await viewer.get("\(path)?run=\(Token.random([UInt8](repeating: 1, count: 16)))").status == 404)
        }
    }
}

extension TestNuntiq {
    fileprivate var desk: Connectors {
        Connectors(database: app.database, environment: app.environment, secrets: app.installation.secrets)
    }
}

extension TestBrowser {
    /// Sends a form with these values from the page that shows it.
    fileprivate func send(_ form: [String: String], to path: String, on page: String) async throws -> TestAnswer {
        let shown = try await get(page)
        let csrf = shown.text.firstMatch(of: /name="csrf" value="([0-9a-f]*)"/).map { String($0.1) } ?? ""
        return try await post(path, [("csrf", csrf)] + form.map { ($0.key, $0.value) })
    }
}

/// A folder of connectors.
enum ConnectorShelf {
    static func fill(_ folder: String) throws {
        for name in ["shared", "other"] {
            let place = "\(folder)/\(name)/connectors"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            try "def run(context): pass\n".write(toFile: "\(place)/pull.py", atomically: true, encoding: .utf8)
        }
    }
}
