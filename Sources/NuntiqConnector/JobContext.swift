import AsyncHTTPClient
import NIOCore
public import NuntiqModel

/// What a run has: Nuntiq, a log, its settings, a folder.
public struct JobContext: Sendable {
    /// Nuntiq's API, as this run's principal.
    public let api: APIClient
    /// The run's log.
    public let logger: JobLogger
    /// Encrypted at rest in production; never logged.
    public let secrets: JSONObject
    /// Kept from run to run.
    public let config: JSONObject
    /// Of this run only.
    public let jobParams: JSONObject
    /// The tenant.
    public let customerNumber: String
    /// The run's folder.
    public let workDirectory: WorkDirectory
    let leases: HeldLeases

    /// The text of a secret; `nil` when it is not set.
    public func secret(_ key: String) -> String? { secrets[key]?.string }

    /// A setting; `nil` when it is not set.
    public func config(_ key: String) -> JSONValue? { config[key] }

    /// A parameter of this run; `nil` when it is not set.
    public func param(_ key: String) -> JSONValue? { jobParams[key] }

    /// Opens connections, keeps the leases that `body` claims, and closes everything at its end.
    public static func withContext<Value: Sendable>(
        _ settings: JobSettings, name: String, environment: ConnectorEnvironment = .live,
        _ body: @escaping @Sendable (JobContext) async throws -> Value
    ) async throws -> Value {
        // The key goes to one address: a redirect is an answer, not an order.
        let http = HTTPClient(
            eventLoopGroupProvider: .singleton,
            configuration: .init(redirectConfiguration: .disallow, timeout: .init(connect: .seconds(5))))
        do {
            let value = try await run(JobContext(settings, name: name, http: http, environment: environment), body)
            try await http.shutdown()
            return value
        } catch {
            try? await http.shutdown()  // the run's own error is the one to tell
            throw error
        }
    }

    private init(_ settings: JobSettings, name: String, http: HTTPClient, environment: ConnectorEnvironment) {
        let logger = JobLogger(mask: settings.mask, now: environment.now)
        self.logger = logger
        api = APIClient(
            baseURL: settings.apiURL, credential: settings.credential, customerNumber: settings.customerNumber,
            timeout: settings.apiTimeout, http: http, environment: environment, warn: { logger.warn($0, step: "api") })
        secrets = settings.secrets
        config = settings.config
        jobParams = settings.jobParams
        customerNumber = settings.customerNumber
        workDirectory = WorkDirectory(
            root: settings.workFolder, key: name, isKept: settings.isWorkFolderKept, now: environment.now)
        leases = HeldLeases(api: api, logger: logger)
    }

    private static func run<Value: Sendable>(
        _ context: JobContext, _ body: @escaping @Sendable (JobContext) async throws -> Value
    ) async throws -> Value {
        defer { context.workDirectory.wipe() }
        do {
            let value = try await beside(context, body)
            await context.logger.jobLog.send(context.api)
            return value
        } catch {
            context.logger.error("\(error)")
            await context.logger.jobLog.send(context.api)
            throw error
        }
    }

    /// Renews leases and sends the log while `body` runs; an error out of it ends both.
    private static func beside<Value: Sendable>(
        _ context: JobContext, _ body: @escaping @Sendable (JobContext) async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                await context.leases.run()
                return nil
            }
            group.addTask {
                await context.logger.jobLog.run(context.api)
                return nil
            }
            group.addTask { try await body(context) }
            defer { group.cancelAll() }
            while let value = try await group.next() {
                if let value { return value }
            }
            throw CancellationError()
        }
    }
}
