import Glibc
import Logging
import NuntiqCore
import NuntiqModel
import NuntiqStore
import ServiceLifecycle
import Synchronization

/// What a node needs to run connectors.
public struct RunnerConfiguration: Sendable, Hashable {
    /// The operator's folder of connectors.
    public var folder: String
    /// The folder with the SDK's `main.py` and `lib/`.
    public var sdk: String
    /// So many runs go on at a time.
    public var runs: Int
    /// The first user id of runs, where the node is root.
    public var user: Int
    /// The executable that guards; `nuntiq` itself.
    public var guardProgram: String
    /// The folder in which `connector_run/` is.
    public var temporaryFolder: String
    /// Where runs call the API; `nil`: its public address.
    public var apiURL: String?

    /// Describes a runner.
    public init(
        folder: String, sdk: String, runs: Int = 8, user: Int = 60_800, guardProgram: String,
        temporaryFolder: String = "/tmp", apiURL: String? = nil
    ) {
        (self.folder, self.sdk, self.runs, self.user) = (folder, sdk, runs, user)
        (self.guardProgram, self.temporaryFolder, self.apiURL) = (guardProgram, temporaryFolder, apiURL)
    }
}

/// Runs what is queued, each run in a confined process of its own; see docs/decisions/024.
final class ConnectorRunner: Sendable {
    private let configuration: RunnerConfiguration
    private let apiURL: String
    private let jobs: ConnectorJobs
    private let integration: Integration
    private let blobs: any BlobStore
    private let environment: RuntimeEnvironment
    private let logger: Logger
    private let node: String
    /// Places that no run has; each has a user id of its own.
    private let places: Mutex<[Int]>

    /// The token outlives the run by its grace and the time to tell its end.
    private static let grace = Duration.seconds(60)
    private static let flushInterval = Duration.milliseconds(500)

    init(_ configuration: RunnerConfiguration, _ app: App) {
        self.configuration = configuration
        apiURL = configuration.apiURL ?? app.configuration.api.url
        (jobs, integration, blobs) = (app.jobs, app.integration, app.installation.blobs)
        (environment, logger) = (app.environment, app.logger)
        node = "\(Self.hostName):\(getpid())"
        places = Mutex(Array((0..<configuration.runs).reversed()))
    }

    /// Works an item of the queue: its subject is the run.
    var handler: WorkHandler {
        .outside { [self] taken in
            if let id = Token(bytes: taken.item.subject) { try await work(id, taken.item.tenant) }
            return { _ in .done }
        }
    }

    private func work(_ id: Token, _ tenant: TenantID) async throws {
        switch try await jobs.begin(id, on: node, grace: Self.grace, in: tenant) {
        case .over: return
        case .orphaned(let run):
            logger.warning("a connector's run was orphaned", metadata: ["connector": "\(run.connector)"])
        case .begun(let begun): try await run(begun)
        }
    }

    private func run(_ begun: BegunRun) async throws {
        let end: JobEnd
        do {
            end = try await supervised(begun)
        } catch let error as any UserFacingError {
            end = JobEnd(.failed, error: "\(error.message) \(error.hint)")
        }
        if end.status == .killed { await giveBack(begun) }
        try await tell(end, of: begun)
    }

    /// Hands back the leases that the run held, since it will not go on.
    private func giveBack(_ begun: BegunRun) async {
        do {
            try await integration.giveBackAll(of: begun.run.instance, named: begun.run.connector, in: begun.tenant.id)
        } catch {
            logger.warning("leases of a connector lapse by themselves", metadata: ["error": "\(error)"])
        }
    }

    /// Keeps the end of a run, also when the database is away for a while; a lost lease ends the attempt.
    private func tell(_ end: JobEnd, of begun: BegunRun) async throws {
        for attempt in 1... {
            do {
                return try await jobs.finish(begun.run, end, in: begun.tenant.id)
            } catch  where attempt < 60 {
                try await Task.sleep(for: .seconds(1))
            }
        }
    }
}

// MARK: - One process

extension ConnectorRunner {
    private func supervised(_ begun: BegunRun) async throws -> JobEnd {
        let place = places.withLock { $0.popLast() } ?? configuration.runs
        defer { places.withLock { $0.append(place) } }
        let program = try ConnectorFolder(configuration.folder).program(
            begun.instance.setup.bundle, begun.instance.setup.entrypoint)
        let user = geteuid() == 0 ? configuration.user + place : nil
        let folder = try WorkFolder.make(
            in: configuration.temporaryFolder, for: begun.instance.setup.entrypoint, at: environment.now(nil),
            user: user)
        let log = RunLog(begun.masker) { [environment] in environment.now(nil) }
        let recording: RunRecording?
        let process: GuardedProcess
        do {
            recording = try self.recording(begun, program, in: folder, user, log)
            let input = begun.input(apiURL: apiURL, workFolder: folder, recording: recording?.path)
            process = try GuardedProcess(
                order(begun, program, folder, user), input: input.serializedBytes(), take: log.take)
        } catch {
            unlink("\(folder)/\(RunRecording.name)")
            rmdir(folder)
            throw error
        }
        let report = await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await listen(to: process, log, begun)
            } onGracefulShutdown: {
                process.stop()
            }
        } onCancel: {
            process.kill()
        }
        try Task.checkCancellation()
        var end = RunVerdict(report, log.result()).end
        end.recording = await kept(recording, log, begun)
        return end
    }

    /// Where the run is recorded, if it is to be.
    private func recording(
        _ begun: BegunRun, _ program: ConnectorFolder.Program, in folder: String, _ user: Int?, _ log: RunLog
    ) throws(RunnerError) -> RunRecording? {
        guard begun.instance.setup.recordsRuns else { return nil }
        guard case .python = program else {
            log.say(.warn, "It is not recorded: the recorder knows connectors in Python.")
            return nil
        }
        return try RunRecording(in: folder, user: user)
    }

    /// The recording as a file of the tenant; what it cannot be kept for is said in the log.
    private func kept(_ recording: RunRecording?, _ log: RunLog, _ begun: BegunRun) async -> BlobReference? {
        do {
            return try await recording?.keep(in: blobs, of: begun.tenant.id)
        } catch {
            log.say(.warn, "The recording was not kept: \(error)")
            _ = await keep(log, of: begun)
            return nil
        }
    }

    /// Keeps the log while the process lives, and stops it when somebody asks.
    private func listen(to process: GuardedProcess, _ log: RunLog, _ begun: BegunRun) async -> GuardReport {
        await withTaskGroup(of: GuardReport?.self) { group in
            group.addTask { await process.ended() }
            group.addTask { [self] in
                while !Task.isCancelled {
                    if await keep(log, of: begun) { process.stop() }
                    try? await Task.sleep(for: Self.flushInterval)  // woken by the end of the process
                }
                return nil
            }
            var report = GuardReport("")
            if let first = await group.next(), let told = first { report = told }
            group.cancelAll()
            await group.waitForAll()
            log.finish()
            log.say(.debug, "confined: \(report.confinement); used: \(report.used)")
            _ = await keep(log, of: begun)
            return report
        }
    }

    /// Whether somebody asked for a stop; lines that the database does not take are lost to the log, not to the run.
    private func keep(_ log: RunLog, of begun: BegunRun) async -> Bool {
        do {
            return try await jobs.keep(log.waiting(), of: begun.run.id, in: begun.tenant.id)
        } catch {
            logger.warning("lines of a connector's log were lost", metadata: ["error": "\(error)"])
            return false
        }
    }

    private func order(
        _ begun: BegunRun, _ program: ConnectorFolder.Program, _ folder: String, _ user: Int?
    ) -> GuardOrder {
        let (setup, sdk) = (begun.instance.setup, configuration.sdk)
        var readable = [program.bundle]
        let command: [String]
        switch program {
        case .python(let bundle, let own):
            readable.append(sdk)
            if let own, let prefix = WorkFolder.prefix(ofPython: own) { readable.append(prefix) }
            command =
                [own ?? "python3", "-B", "\(sdk)/main.py", "--entrypoint", setup.entrypoint]
                + ["--connector-path", bundle, "--config", "-"]
        case .executable(_, let path): command = [path, "--entrypoint", setup.entrypoint]
        }
        return GuardOrder(
            guardProgram: configuration.guardProgram, workFolder: folder, readable: readable, program: command,
            seconds: setup.limits.seconds, cpuSeconds: setup.limits.cpuSeconds, memoryMB: setup.limits.memoryMB,
            user: user, timeZone: setup.timeZone)
    }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "node" }
        return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

/// How a run ended, from what the guard and the connector said.
struct RunVerdict {
    let end: JobEnd

    init(_ report: GuardReport, _ result: JSONValue?) {
        end = JobEnd(
            Self.status(report, result), result: result,
            error: Self.status(report, result) == .succeeded
                ? "" : Self.words(report, result))
    }

    private static func status(_ report: GuardReport, _ result: JSONValue?) -> JobRun.Status {
        switch report.reason {
        case "time": .timedOut
        case "stop", "node": .killed
        default: report.exit == 0 && result?["success"] != false ? .succeeded : .failed
        }
    }

    private static func words(_ report: GuardReport, _ result: JSONValue?) -> String {
        switch report.reason {
        case "time": return "It took longer than it may, and was stopped."
        case "stop", "node": return "It was stopped."
        case "": return "Its guard was killed."
        default: break
        }
        if let message = result?["message"]?.string {
            return [result?["error"]?.string, message].compactMap(\.self).joined(separator: ": ")
        }
        switch report.signal {
        case SIGXCPU: return "It computed longer than it may."
        case SIGXFSZ: return "It wrote a larger file than it may."
        case SIGKILL: return "It was killed, most likely for lack of memory."
        case let signal?: return "It was ended by signal \(signal)."
        case nil: return report.exit.map { "It ended with status \($0)." } ?? "It was never started."
        }
    }
}
