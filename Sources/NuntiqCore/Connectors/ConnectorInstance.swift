public import NuntiqModel

/// A connector with what it needs to run: for one tenant, as often as its schedule says.
public struct ConnectorInstance: Sendable, Hashable {
    /// Its number; it holds leases under it.
    public let id: Int64
    /// What people call it.
    public let name: String
    /// What it runs, and with what.
    public var setup: ConnectorSetup
    /// The names of its secrets; their values are sealed.
    public let secretNames: [String]
    /// Whether its schedule runs it.
    public let isEnabled: Bool
    /// When its schedule runs it next.
    public let nextRunAt: Instant?
    /// The last time of the schedule that came while a run lived.
    public let skippedAt: Instant?
    /// When it was made.
    public let createdAt: Instant
    /// When it was changed last.
    public let updatedAt: Instant
}

/// What an instance runs, and with what; secrets apart.
public struct ConnectorSetup: Sendable, Hashable {
    /// The operator's folder that holds its code.
    public var bundle: String
    /// The connector in it.
    public var entrypoint: String
    /// Kept from run to run.
    public var config: JSONObject
    /// Of each run.
    public var jobParams: JSONObject
    /// What its runs may do by the API.
    public var permissions: Set<Permission>
    /// When it runs by itself; `nil`: only when somebody says so.
    public var schedule: CronSchedule?
    /// The zone by whose clocks the schedule goes.
    public var timeZone: String
    /// What a run may use up.
    public var limits: ConnectorLimits
    /// Whether each run is recorded for a replay.
    public var recordsRuns: Bool

    /// Describes an instance.
    public init(
        bundle: String, entrypoint: String, config: JSONObject = [:], jobParams: JSONObject = [:],
        permissions: Set<Permission>, schedule: CronSchedule? = nil, timeZone: String = "UTC",
        limits: ConnectorLimits = ConnectorLimits(), recordsRuns: Bool = false
    ) {
        (self.bundle, self.entrypoint, self.config, self.jobParams) = (bundle, entrypoint, config, jobParams)
        (self.permissions, self.schedule, self.timeZone) = (permissions, schedule, timeZone)
        (self.limits, self.recordsRuns) = (limits, recordsRuns)
    }
}

/// What a run may use up before it is ended.
public struct ConnectorLimits: Sendable, Hashable {
    /// How long it may take.
    public var seconds: Int64
    /// How long each of its processes may compute.
    public var cpuSeconds: Int64
    /// How much memory each of its processes may have.
    public var memoryMB: Int64

    /// Sets limits; the defaults suit most connectors.
    public init(seconds: Int64 = 3_600, cpuSeconds: Int64 = 600, memoryMB: Int64 = 2_048) {
        (self.seconds, self.cpuSeconds, self.memoryMB) = (seconds, cpuSeconds, memoryMB)
    }

    /// How long a run may take at most.
    public static let secondsRange: ClosedRange<Int64> = 1...86_400
    /// How long a process may compute at most.
    public static let cpuSecondsRange: ClosedRange<Int64> = 1...86_400
    /// How much memory a process may have at most.
    public static let memoryRange: ClosedRange<Int64> = 64...65_536
}

extension ConnectorInstance {
    /// What a name looks like: it stands in addresses and folders.
    static func isName(_ text: String) -> Bool {
        (1...60).contains(text.utf8.count) && isPlain(text)
    }

    /// Letters, digits, `_`, `-` and `.`, beginning with one of the first three: no path, no option.
    public static func isPlain(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "."),
            text.utf8.count <= 100
        else { return false }
        return text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "_-.".unicodeScalars
                    .contains($0)
        }
    }
}

/// Why an instance cannot be, or cannot do what was asked.
public enum ConnectorError: UserFacingError, Hashable {
    /// What was asked for cannot be; every fault is listed.
    case invalid([FieldFault])
    /// Another instance of the tenant has that name.
    case nameTaken(String)
    /// There is no such instance.
    case unknown(String)
    /// A run of it is queued or runs.
    case alive(String)
    /// No run of it is queued or runs.
    case idle(String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .invalid: "validation_failed"
        case .nameTaken: "connector_name_taken"
        case .unknown: "connector_not_found"
        case .alive: "connector_running"
        case .idle: "connector_idle"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .invalid(let faults): faults.map(\.message).joined(separator: " ")
        case .nameTaken(let name): "The tenant has a connector \"\(name)\" already."
        case .unknown(let name): "The tenant has no connector \"\(name)\"."
        case .alive(let name): "A run of \"\(name)\" has not ended."
        case .idle(let name): "No run of \"\(name)\" is under way."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .invalid: "Correct the values and try again."
        case .nameTaken: "Choose another name, or remove that one."
        case .unknown: "`nuntiq connector list` shows what there is."
        case .alive: "Wait for its end, or stop it; runs of one instance never overlap."
        case .idle: "Nothing is to be stopped."
        }
    }

    /// The fields at fault.
    public var details: [FieldFault] {
        switch self {
        case .invalid(let faults): faults
        case .nameTaken, .unknown, .alive, .idle: []
        }
    }
}

extension ConnectorSetup {
    /// Texts of settings and of secrets are at most so long.
    static let bytesMax = 65_536

    /// What cannot be in it.
    func faults(secrets: JSONObject?) -> [FieldFault] {
        var faults: [FieldFault] = []
        func check(_ isRight: Bool, _ field: String, _ words: String) {
            if !isRight { faults.append(FieldFault(field: field, message: words)) }
        }
        check(ConnectorInstance.isPlain(bundle), "bundle", "A bundle is the name of a folder, no path.")
        check(
            ConnectorInstance.isPlain(entrypoint), "entrypoint",
            "An entrypoint is the name of a file in connectors/, without its ending.")
        check(!permissions.isEmpty, "permissions", "A connector has at least one permission.")
        check(!permissions.contains(.deltaReset), "permissions", "No run may reset a stream: leave DELTA_RESET out.")
        check(TimeZoneName.isKnown(timeZone), "time_zone", ScheduleError.zoneUnknown(timeZone).message)
        for (name, object) in [("config", config), ("job_params", jobParams), ("secrets", secrets ?? [:])] {
            let size = JSONValue.object(object).serialized().utf8.count
            check(size <= Self.bytesMax, name, "At most \(Self.bytesMax) bytes are kept.")
        }
        for (name, value, range) in limits.checked {
            check(range.contains(value), name, "Between \(range.lowerBound) and \(range.upperBound) is possible.")
        }
        return faults
    }
}

extension ConnectorLimits {
    fileprivate var checked: [(String, Int64, ClosedRange<Int64>)] {
        [
            ("time_limit", seconds, Self.secondsRange), ("cpu_limit", cpuSeconds, Self.cpuSecondsRange),
            ("memory_limit", memoryMB, Self.memoryRange),
        ]
    }
}
