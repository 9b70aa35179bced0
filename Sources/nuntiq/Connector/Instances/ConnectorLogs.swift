import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore

/// `nuntiq connector logs`.
struct ConnectorLogs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Show the log of an instance's last run, or of another, or what runs there were.",
        discussion: """
            Example: nuntiq connector logs acme erp-finance --follow
            Example: nuntiq connector logs acme erp-finance --runs
            Example: nuntiq connector logs acme erp-finance --recording run.jsonl
            """
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @Argument(help: "Name or id of the instance.") var instance: String
    @Option(name: .customLong("run"), help: ArgumentHelp("Which run; default: the last one.", valueName: "id"))
    var chosen: String?
    @Flag(help: "List its last runs instead.") var runs = false
    @Flag(help: "Go on until the run ends.") var follow = false
    @Option(help: ArgumentHelp("Write the run's recording to a file instead.", valueName: "file"))
    var recording: String?
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant).id
            let instance = try await accounts.connectors.find(instance, in: tenant)
            let latest = try await accounts.jobs.runs(of: instance.id, limit: runs ? 50 : 1, in: tenant)
            if runs { return show(latest) }
            let id = try chosen.map { text in
                guard let id = Token(text) else { throw JobError.unknown }
                return id
            }
            guard let wanted = id ?? latest.first?.id else {
                return output.report(["run": .null, "log": []]) { "\(instance.name) has not run yet." }
            }
            if let recording {
                let run = try await accounts.jobs.find(wanted, in: tenant)
                return try await save(run, to: recording, from: accounts.installation.blobs, tenant)
            }
            try await show(accounts.jobs, wanted, tenant)
        }
    }

    private func save(_ run: JobRun, to path: String, from blobs: any BlobStore, _ tenant: TenantID) async throws {
        let written = try await RecordingFile(path: path).write(run, from: blobs, of: tenant)
        output.report(["run": run.json, "file": .string(path), "bytes": .number(JSONNumber(written.size))]) {
            "Wrote \(written.size) bytes to \(path); nuntiq connector replay runs the connector on it."
        }
    }

    private func show(_ runs: [JobRun]) {
        output.report(.array(runs.map(\.json))) {
            Table(
                headings: ["RUN", "BEGAN", "ENDED", "STATUS", "ERROR"],
                rows: runs.map {
                    [
                        $0.id.description, timeText($0.startedAt), timeText($0.endedAt), $0.status.rawValue,
                        String($0.error.prefix(80)),
                    ]
                }, none: "It has not run yet."
            ).text()
        }
    }

    /// Prints the log; while it is followed, each line as it comes.
    private func show(_ jobs: ConnectorJobs, _ id: Token, _ tenant: TenantID) async throws {
        var (last, kept): (Int64, [StoredLogEntry]) = (0, [])
        while true {
            let run = try await jobs.find(id, in: tenant)
            let lines = try await jobs.log(of: id, after: last, in: tenant)
            last = lines.last?.id ?? last
            if output.asJSON { kept += lines } else { lines.forEach { Output.say($0.line) } }
            guard lines.isEmpty else { continue }
            guard follow, run.status.isAlive else {
                return end(run, kept)
            }
            try await Task.sleep(for: .seconds(1))
        }
    }

    private func end(_ run: JobRun, _ lines: [StoredLogEntry]) {
        output.note("\(run.id): \(run.status.rawValue)\(run.error.isEmpty ? "" : ", \(run.error)")")
        if output.asJSON {
            output.report(["run": run.json, "log": .array(lines.map(\.json))]) { "" }
        }
    }
}

extension StoredLogEntry {
    /// `2026-05-16 14:32:11 UTC [INFO] text`.
    fileprivate var line: String {
        let at = entry.at?.description ?? ""
        return "\(at.prefix(10)) \(at.dropFirst(11).prefix(8)) UTC [\(entry.level.rawValue)] \(entry.message)"
    }

    fileprivate var json: JSONValue {
        [
            "id": .number(JSONNumber(id)), "at": entry.at.json, "level": .string(entry.level.rawValue),
            "message": .string(entry.message), "step": entry.step.map(JSONValue.string) ?? .null,
            "detail": entry.detail ?? .null,
        ]
    }
}
