import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// `nuntiq connector list`.
struct ConnectorList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the instances of connectors of a tenant, each with its last run.",
        discussion: "Example: nuntiq connector list acme"
    )
    @Argument(help: "Subdomain, customer number or id of the tenant.") var tenant: String
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (instances, latest) = try await installation.withAccounts { accounts in
            let tenant = try await accounts.tenants.find(tenant).id
            return (try await accounts.connectors.list(tenant), try await accounts.jobs.latest(in: tenant))
        }
        output.report(.array(instances.map { $0.json(latest: latest[$0.id]) })) {
            Table(
                headings: ["NAME", "CONNECTOR", "SCHEDULE", "NEXT RUN", "LAST RUN", "RESULT"],
                rows: instances.map { $0.row(latest[$0.id]) },
                none: "No instances; nuntiq connector add makes one."
            ).text()
        }
    }
}

extension ConnectorInstance {
    /// The schedule for people.
    var scheduleWords: String {
        guard let schedule = setup.schedule else { return "no schedule" }
        return "\(schedule.words), \(setup.timeZone)\(isEnabled ? "" : ", disabled")"
    }

    fileprivate func row(_ latest: JobRun?) -> [String] {
        [
            name, "\(setup.bundle)/\(setup.entrypoint)", scheduleWords, timeText(nextRunAt),
            timeText(latest?.startedAt), latest?.status.rawValue ?? "-",
        ]
    }

    func json(latest: JobRun?) -> JSONValue {
        [
            "id": .number(JSONNumber(id)), "name": .string(name), "bundle": .string(setup.bundle),
            "entrypoint": .string(setup.entrypoint), "enabled": .bool(isEnabled),
            "schedule": (setup.schedule?.text).map(JSONValue.string) ?? .null, "time_zone": .string(setup.timeZone),
            "next_run_at": nextRunAt.json, "skipped_at": skippedAt.json, "config": .object(setup.config),
            "job_params": .object(setup.jobParams), "secrets": .array(secretNames.map(JSONValue.string)),
            "permissions": .array(
                Permission.allCases.filter(setup.permissions.contains).map { .string($0.rawValue) }),
            "time_limit_seconds": .number(JSONNumber(setup.limits.seconds)),
            "cpu_limit_seconds": .number(JSONNumber(setup.limits.cpuSeconds)),
            "memory_mb": .number(JSONNumber(setup.limits.memoryMB)),
            "records_runs": .bool(setup.recordsRuns),
            "created_at": createdAt.json, "updated_at": updatedAt.json, "last_run": latest?.json ?? .null,
        ]
    }
}

extension JobRun {
    var json: JSONValue {
        [
            "id": .string(id.description), "status": .string(status.rawValue), "cause": .string(cause.rawValue),
            "queued_at": queuedAt.json, "started_at": status == .queued ? .null : startedAt.json,
            "ended_at": endedAt.json, "node": .string(node), "log_lines": .number(JSONNumber(logEntries)),
            "result": result ?? .null, "error": .string(error),
            "recording_bytes": recording.map { .number(JSONNumber($0.size)) } ?? .null,
        ]
    }
}
