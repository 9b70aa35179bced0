import NuntiqCore
import NuntiqModel

/// The instances, and one of them with a run.
struct ConnectorsPage: ShellPage {
    static let template = "portal/connectors"

    /// An instance.
    struct Row: Sendable {
        let path: String
        let name: String
        let about: String
        let isAt: Bool
        let schedule: String
        let last: ShownTime?
        let lasted: String
        let result: String
        /// `bad`, `soft` or `muted`.
        let resultClass: String
        let isLive: Bool
        let leases: String
        let next: ShownTime?
        let nextWords: String
        let runPath: String?
        let stopPath: String?
    }

    let frame: PageFrame
    let shell: Shell
    let rows: [Row]
    let total: String
    let isEmpty: Bool
    let isAdmin: Bool
    var pane: ConnectorPane?
    var form: ConnectorForm?
    var question: Question?

    init(_ context: PortalContext, _ rows: [Row]) {
        frame = context.page.frame
        shell = context.shell(.connectors, title: "Connectors")
        self.rows = rows
        total = String(rows.count)
        isEmpty = rows.isEmpty
        isAdmin = context.allows(.admin)
    }
}

extension ConnectorsPage.Row {
    init(
        _ instance: ConnectorInstance, _ latest: JobRun?, _ leases: Int64, at id: Int64?, _ context: PortalContext
    ) {
        path = "\(ConnectorRoom.path)/\(instance.id)"
        name = instance.name
        about = instance.setup.entrypoint
        isAt = instance.id == id
        schedule = instance.setup.schedule?.words ?? "by hand"
        last = latest.map { context.shown($0.startedAt) }
        lasted = latest.map { $0.lasted(at: context.now) } ?? ""
        isLive = latest?.status == .running
        (result, resultClass) = latest.map(\.outcome) ?? ("not yet", "muted")
        self.leases = String(leases)
        let isAlive = latest?.status.isAlive ?? false
        next = isAlive ? nil : instance.nextRunAt.map { context.shown($0) }
        nextWords = isAlive ? "after this run" : instance.isEnabled ? "" : "disabled"
        let isAdmin = context.allows(.admin)
        runPath = isAdmin && !isAlive ? "\(path)/run" : nil
        stopPath = isAdmin && isAlive ? "\(path)/stop" : nil
    }
}

extension JobRun {
    /// How long it took, `00:41`, or takes already.
    func lasted(at now: Instant) -> String {
        guard status != .queued else { return "" }
        let seconds = max(0, ((endedAt ?? now) - startedAt).components.seconds)
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
        let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
        return seconds < 3_600 ? minutes : "\(seconds / 3_600):\(minutes)"
    }

    /// What became of it in words, and how they look.
    var outcome: (words: String, style: String) {
        switch status {
        case .queued: ("Waiting for a node", "muted")
        case .running: (stopAskedAt == nil ? "Running" : "Stopping", "soft")
        case .succeeded: (answer.isEmpty ? "Done" : answer, "soft")
        case .failed, .stopped: (error.isEmpty ? "Failed" : "Failed: \(String(error.prefix(200)))", "bad")
        case .timedOut: ("Took longer than it may", "bad")
        case .killed: (error.isEmpty ? "Stopped" : error, "muted")
        case .orphaned: ("Its node stopped answering", "bad")
        }
    }

    /// `214 rows, 3 changed`: the numbers and short texts of what it answered.
    private var answer: String {
        let members = result?.object?.members ?? []
        return members.filter { $0.key != "success" }.compactMap { member -> String? in
            let name = member.key.replacing("_", with: " ")
            if let number = member.value.number { return "\(number.text) \(name)" }
            return member.value.string.map { "\(name): \(String($0.prefix(40)))" }
        }.prefix(3).joined(separator: ", ")
    }

    /// One word for its state.
    var word: String {
        switch status {
        case .queued: "waiting"
        case .running: "running"
        case .succeeded: "done"
        case .failed: "failed"
        case .timedOut: "timed out"
        case .killed: "stopped"
        case .orphaned: "orphaned"
        case .stopped: "never told"
        }
    }
}
