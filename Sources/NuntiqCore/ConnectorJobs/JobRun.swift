public import NuntiqModel
public import NuntiqStore

/// One run of a connector on the server: what it may do, until when, and what became of it.
public struct JobRun: Sendable, Hashable {
    /// Where a run stands.
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// It waits for a node.
        case queued
        case running
        case succeeded
        case failed
        /// It took longer than it may.
        case timedOut = "timed_out"
        /// A person, or the end of its node, stopped it.
        case killed
        /// Its node stopped answering; nobody knows how far it came.
        case orphaned
        /// It never said how it ended.
        case stopped

        /// Whether it has not ended.
        public var isAlive: Bool { self == .queued || self == .running }
    }

    /// Why a run is.
    public enum Cause: String, Sendable, Hashable, CaseIterable {
        /// Its time had come.
        case schedule
        /// Somebody said so.
        case person
        /// A program opened it for itself.
        case opened
    }

    /// Its name.
    public let id: Token
    /// The connector's instance, which holds leases over its runs.
    public let instance: Int64
    /// What people call the instance.
    public let connector: String
    /// Why it is.
    public let cause: Cause
    /// What it may do.
    public let permissions: Set<Permission>
    /// Where it stands.
    public let status: Status
    /// When it was asked for.
    public let queuedAt: Instant
    /// When it began; while it waits, when it was asked for.
    public let startedAt: Instant
    /// Its token opens nothing from then on.
    public let endsAt: Instant
    /// When it ended.
    public let endedAt: Instant?
    /// When it last said that it lives.
    public let heartbeatAt: Instant?
    /// When somebody asked it to stop.
    public let stopAskedAt: Instant?
    /// The node that runs it, or empty.
    public let node: String
    /// How many lines it logged; at most ``JobLogEntry/entriesOfRunMax`` are kept.
    public let logEntries: Int64
    /// What it answered.
    public let result: JSONValue?
    /// Why it did not succeed, or empty.
    public let error: String
    /// What its flight recorder wrote.
    public let recording: BlobReference?
}

/// How a run ended.
public struct JobEnd: Sendable, Hashable {
    /// Where it stands from now on.
    public var status: JobRun.Status
    /// What it answered, if it did.
    public var result: JSONValue?
    /// Why it did not succeed.
    public var error: String
    /// What its flight recorder wrote; the file is put already.
    public var recording: BlobReference?

    /// Describes an end.
    public init(_ status: JobRun.Status, result: JSONValue? = nil, error: String = "") {
        (self.status, self.result, self.error) = (status, result, error)
    }
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
    /// Another run of the instance has not ended.
    case alive

    /// The stable machine code.
    public var code: String {
        switch self {
        case .tokenNeeded: "job_token_needed"
        case .ended: "job_ended"
        case .unknown: "job_not_found"
        case .alive: "connector_running"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .tokenNeeded: "Only a run of a connector can do this, with its job token."
        case .ended: "This run has ended."
        case .unknown: "There is no such run."
        case .alive: "Another run of this instance has not ended."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .tokenNeeded: "Let the server run the connector; local runs keep their own log."
        case .ended: "Stop."
        case .unknown: ""
        case .alive: "Runs of one instance never overlap: wait for its end, or stop it."
        }
    }
}
