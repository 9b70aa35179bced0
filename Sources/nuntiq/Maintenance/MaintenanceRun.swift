import ArgumentParser
import NuntiqCore
import NuntiqModel
import NuntiqServer

/// `nuntiq maintenance run`.
struct MaintenanceRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Do the daily tasks now, beside a running server or without one.",
        discussion: """
            Doing them twice changes nothing. Mail that they cause is sent by the server, or shows in its mailbox page.

            Example: nuntiq maintenance run
            Example: nuntiq maintenance run --task supplier_api_maintenance --clock-offset 62d
            """
    )
    @Option(help: ArgumentHelp("Only this task: \(DailyTask.names).", valueName: "name")) var task: DailyTask?
    @Option(
        name: .customLong("clock-offset"),
        help: ArgumentHelp("Move the clock, development only: 62d, -3h, 0 (NUNTIQ_CLOCK_OFFSET).", valueName: "time"))
    var clockOffset: String?
    @OptionGroup var installation: InstallationOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let wanted = task.map { [$0] } ?? DailyTask.allCases
        let flags: [SettingName: String] = clockOffset.map { [.clockOffset: $0] } ?? [:]
        let done = try await installation.withAccounts(flags) { accounts in
            var done: [(DailyTask, JSONValue)] = []
            for task in wanted {
                output.note("\(task.rawValue) …")
                done.append((task, try await task.run(accounts)))
            }
            return done
        }
        let tasks = done.map { task, report in
            JSONValue.object(["task": .string(task.rawValue), "report": report])
        }
        output.report(["tasks": .array(tasks)]) {
            done.map { task, report in "\(task.rawValue)  \(report.asWords)" }.joined(separator: "\n")
        }
    }
}

/// What `nuntiq maintenance run` does.
enum DailyTask: String, CaseIterable, ExpressibleByArgument {
    case supplierAPIMaintenance = "supplier_api_maintenance"
    case outboxSweep = "outbox_sweep"
    case uploadSweep = "upload_sweep"
    case lifecycleKeySweep = "lifecycle_key_sweep"
    case claimKeySweep = "claim_key_sweep"
    case rotationReplaySweep = "rotation_replay_sweep"

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

    /// Does the task, and says what it did.
    func run(_ accounts: Accounts) async throws -> JSONValue {
        let database = accounts.installation.database
        switch self {
        case .supplierAPIMaintenance: return try await KeyMaintenance(database: database).run().json
        case .outboxSweep: try await OutboxSweep(database: database, releasesHeld: false).run()
        case .uploadSweep: try await UploadSweep(database: database).run()
        case .lifecycleKeySweep: try await LifecycleKeySweep(database: database).run()
        case .claimKeySweep: _ = try await ClaimKeySweep(database: database).run()
        case .rotationReplaySweep: try await RotationReplaySweep(database: database).run()
        }
        return [:]
    }
}

extension JSONValue {
    /// `reminders 2, expired 0`, or `done`.
    fileprivate var asWords: String {
        guard let members = object?.members, !members.isEmpty else { return "done" }
        return members.map { "\($0.key) \($0.value.serialized())" }.joined(separator: ", ")
    }
}
