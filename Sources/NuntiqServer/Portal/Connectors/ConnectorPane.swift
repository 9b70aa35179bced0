import NuntiqCore
import NuntiqModel

/// One instance: a run with its log, and at its side what it holds, how far it got, what it did before.
struct ConnectorPane: Sendable {
    /// A line of the log.
    struct Line: Sendable {
        let id: String
        let machine: String
        let time: String
        let level: String
        /// `w`, `e` or empty.
        let kind: String
        let text: String
    }

    /// A run.
    struct Run: Sendable {
        let path: String
        let at: ShownTime
        let lasted: String
        let words: String
        let style: String
        let isAt: Bool
    }

    /// An invoice that it holds.
    struct Held: Sendable {
        let number: String
        let path: String
        let badge: StatusBadge
        let left: String
    }

    /// A stream.
    struct Stream: Sendable {
        let name: String
        let cursor: String
        let rows: String
    }

    /// A fact about the instance.
    struct Fact: Sendable {
        let name: String
        let value: String
    }

    let path: String
    let name: String
    let isAdmin: Bool
    let isEnabled: Bool
    let runWords: String
    let isLive: Bool
    let hasRun: Bool
    let eventsPath: String?
    let logPath: String?
    let recordingPath: String?
    let afterLine: String
    let error: String?
    let lines: [Line]
    let isCut: Bool
    let held: [Held]
    let heldCount: String
    let streams: [Stream]
    let streamCount: String
    let runs: [Run]
    let facts: [Fact]
    var fault: String?

    init(
        _ instance: ConnectorInstance, _ run: JobRun?, _ lines: [StoredLogEntry], runs: [JobRun], held: [HeldInvoice],
        streams: [StreamPlace], _ context: PortalContext
    ) {
        let path = "\(ConnectorRoom.path)/\(instance.id)"
        self.path = path
        name = instance.name
        isAdmin = context.allows(.admin)
        isEnabled = instance.isEnabled
        hasRun = run != nil
        isLive = run?.status.isAlive ?? false
        runWords = run.map { "\($0.word), began \(context.shown($0.startedAt).text)" } ?? ""
        logPath = run.map { "\(path)/runs/\($0.id)/log" }
        recordingPath =
            context.allows(.admin) ? run.flatMap { $0.recording == nil ? nil : "\(path)/runs/\($0.id)/recording" } : nil
        eventsPath = isLive ? run.map { "\(path)/runs/\($0.id)/events" } : nil
        afterLine = String(lines.last?.id ?? 0)
        error = run.flatMap { $0.error.isEmpty ? nil : $0.error }
        self.lines = lines.map { Line($0, context) }
        isCut = (run?.logEntries ?? 0) > Int64(lines.count)
        self.held = held.map { Held($0, context) }
        heldCount = String(held.count)
        self.streams = streams.map { Stream($0) }
        streamCount = String(streams.count)
        self.runs = runs.map { Run($0, path: path, isAt: $0.id == run?.id, context) }
        facts = Self.facts(instance, context)
    }

    private static func facts(_ instance: ConnectorInstance, _ context: PortalContext) -> [Fact] {
        let setup = instance.setup
        let schedule = setup.schedule.map { "\($0.words) (\($0.text)), \(setup.timeZone)" }
        let hours = setup.limits.seconds
        return [
            Fact(name: "Connector", value: "\(setup.entrypoint) of \(setup.bundle)"),
            Fact(name: "Schedule", value: schedule ?? "none"),
            Fact(name: "Skipped", value: instance.skippedAt.map { context.shown($0).text } ?? "never"),
            Fact(
                name: "Secrets",
                value: instance.secretNames.isEmpty ? "none" : instance.secretNames.joined(separator: ", ")),
            Fact(name: "Recorded", value: setup.recordsRuns ? "each run" : "no"),
            Fact(name: "May", value: setup.permissions.map(\.rawValue).sorted().joined(separator: ", ")),
            Fact(
                name: "Limits",
                value: "\(PortalContext.words(.seconds(hours))), \(setup.limits.cpuSeconds) s of computing, "
                    + "\(setup.limits.memoryMB) MB"),
        ]
    }
}

extension ConnectorPane.Line {
    init(_ line: StoredLogEntry, _ context: PortalContext) {
        id = String(line.id)
        let at = line.entry.at ?? context.now
        machine = at.description
        time = context.time.wallClock(at)
        level = line.entry.level.rawValue.lowercased()
        kind = line.entry.level.kind
        text = line.entry.step.map { "\($0): \(line.entry.message)" } ?? line.entry.message
    }
}

extension JobLogEntry.Level {
    /// The class of a line.
    fileprivate var kind: String {
        switch self {
        case .debug, .info: ""
        case .warn: "w"
        case .error: "e"
        }
    }
}

extension ConnectorPane.Run {
    fileprivate init(_ run: JobRun, path: String, isAt: Bool, _ context: PortalContext) {
        self.path = "\(path)?run=\(run.id)"
        at = context.shown(run.startedAt)
        lasted = run.lasted(at: context.now)
        (words, style) = run.outcome
        self.isAt = isAt
    }
}

extension ConnectorPane.Held {
    fileprivate init(_ held: HeldInvoice, _ context: PortalContext) {
        number = held.number
        path = "/invoices/\(held.invoice)"
        badge = StatusBadge(held.status)
        let seconds = max(0, (held.endsAt - context.now).components.seconds)
        left = "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }
}

extension ConnectorPane.Stream {
    fileprivate init(_ place: StreamPlace) {
        name = "\(place.name)\(place.status == .failed ? ", failed" : place.status == .running ? ", running" : "")"
        cursor = place.cursor ?? "none yet"
        rows = place.records.map(String.init) ?? ""
    }
}
