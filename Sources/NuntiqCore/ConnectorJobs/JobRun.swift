public import NuntiqModel

/// One run of a connector on the server: what it may do, until when, and what became of it.
public struct JobRun: Sendable, Hashable {
    /// Where a run stands.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        case running
        case succeeded
        case failed
        /// It never said how it ended.
        case stopped
    }

    /// Its name.
    public let id: Token
    /// The connector's instance, which holds leases over its runs.
    public let instance: Int64
    /// What people call the instance.
    public let connector: String
    /// What it may do.
    public let permissions: Set<Permission>
    /// Where it stands.
    public let status: Status
    /// When it began.
    public let startedAt: Instant
    /// Its token opens nothing from then on.
    public let endsAt: Instant
    /// When it ended.
    public let endedAt: Instant?
    /// When it last said that it lives.
    public let heartbeatAt: Instant?
    /// What it answered.
    public let result: JSONValue?
}

/// A run that has just been opened, with the token that opens the API to it; the token is nowhere else.
public struct OpenedJob: Sendable, Hashable {
    /// The run.
    public let run: JobRun
    /// `Authorization: Bearer …`.
    public let token: String
}

/// What is needed to open a run.
public struct NewJob: Sendable, Hashable {
    /// The instance; `nil` makes a new one.
    public var instance: Int64?
    /// What people call it.
    public let connector: String
    /// What it may do; resets of delta streams are never among it.
    public let permissions: Set<Permission>
    /// How long the token lives at most.
    public let timeLimit: Duration

    /// Describes a run.
    public init(
        connector: String, instance: Int64? = nil, permissions: Set<Permission>, timeLimit: Duration = .seconds(3_600)
    ) {
        (self.connector, self.instance, self.permissions, self.timeLimit) = (
            connector, instance, permissions, timeLimit
        )
    }
}

/// One line of a run's log.
public struct JobLogEntry: Sendable, Hashable {
    /// How grave it is.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case debug = "DEBUG"
        case info = "INFO"
        case warn = "WARN"
        case error = "ERROR"
    }

    /// How grave it is.
    public let level: Level
    /// What happened.
    public let message: String
    /// The step of the run that it belongs to; the portal groups by it.
    public let step: String?
    /// Everything else.
    public let detail: JSONValue?
    /// When it happened; `nil` for now.
    public let at: Instant?

    /// Makes an entry.
    public init(level: Level, message: String, step: String?, detail: JSONValue?, at: Instant?) {
        (self.level, self.message, self.step, self.detail, self.at) = (level, message, step, detail, at)
    }

    /// The longest message and detail.
    public static let textCharactersMax = 8_000
    /// The longest step.
    public static let stepCharactersMax = 255
    /// The most entries of one call.
    public static let entriesMax = 500
    /// The most entries of a run; what comes later is counted, not kept.
    public static let entriesOfRunMax: Int64 = 20_000
}

/// A line of a run's log as it is kept.
public struct StoredLogEntry: Sendable, Hashable {
    /// Its number, growing.
    public let id: Int64
    /// What it says; ``JobLogEntry/at`` is always there.
    public let entry: JobLogEntry
}

/// Why a call of a run was refused.
public enum JobError: UserFacingError, Hashable {
    /// Only a run can say something of itself.
    case tokenNeeded
    /// The run has ended.
    case ended
    /// There is no such run.
    case unknown

    /// The stable machine code.
    public var code: String {
        switch self {
        case .tokenNeeded: "job_token_needed"
        case .ended: "job_ended"
        case .unknown: "job_not_found"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .tokenNeeded: "Only a run of a connector can do this, with its job token."
        case .ended: "This run has ended."
        case .unknown: "There is no such run."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .tokenNeeded: "Let the server run the connector; local runs keep their own log."
        case .ended: "Stop."
        case .unknown: ""
        }
    }
}
