import NuntiqModel

/// A PostgreSQL database: any number of nodes, each with a few connections on threads of their own.
///
/// Writes that wait for a connection together share a commit, as on SQLite.
public final class PostgresDatabase: Database {
    /// Always PostgreSQL.
    public let dialect = Dialect.postgres
    /// Wakes those on this node who wait for a commit here or on another node.
    public let signals = SignalHub()

    private let url: String
    private let settings: PostgresSettings
    private let environment: RuntimeEnvironment
    private let notifier: PostgresNotifier
    private let writes = PostgresLane(limit: PostgresSettings.waitingMax)
    private let reads = PostgresLane(limit: PostgresSettings.waitingMax)
    private let ids = PostgresIDs()
    private let threads = PostgresThreads()

    private init(url: String, settings: PostgresSettings, environment: RuntimeEnvironment) throws {
        self.url = url
        self.settings = settings
        self.environment = environment
        notifier = try PostgresNotifier(url: url, hub: signals)
    }

    /// Connects to the database a `postgres://…` URL names.
    /// - Throws: ``StoreError/unavailable(reason:)`` when it cannot be reached or is older than version 15.
    public static func open(
        url: String, environment: RuntimeEnvironment, settings: PostgresSettings = PostgresSettings()
    ) async throws -> PostgresDatabase {
        let database = try PostgresDatabase(url: url, settings: settings, environment: environment)
        database.startThreads()
        do {
            let version = try await database.read { try $0.query("SHOW server_version_num").first?.text(0) }
            guard let version = version.flatMap({ Int32($0) }), version >= PostgresSettings.versionMin else {
                throw StoreError.unavailable(reason: "PostgreSQL 15 or newer is needed")
            }
            return database
        } catch {
            await database.close()
            throw error
        }
    }

    /// How long the first waiting write has waited.
    public var writeDelay: Duration {
        writes.oldest.map { environment.monotonic() - $0 } ?? .zero
    }

    /// Runs `body` on a snapshot of a connection that only reads.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await submit(body, to: reads)
    }

    /// Runs `body` and answers after the commit.
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await submit(body, to: writes)
    }

    /// Finishes what waits and closes every connection.
    public func close() async {
        writes.close()
        reads.close()
        notifier.close()
        await threads.join()
        signals.finish()
    }

    private func submit<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value, to lane: PostgresLane
    ) async throws -> Value {
        let start = environment.monotonic()
        return try await withCheckedThrowingContinuation { caller in
            lane.add(DatabaseJob(body, since: start, for: caller))
        }
    }

    private func startThreads() {
        threads.start(settings.writers, name: "nuntiq-write") { [self] in runWrites() }
        threads.start(settings.readers, name: "nuntiq-read") { [self] in runReads() }
        threads.start(1, name: "nuntiq-notify") { [self] in notifier.run() }
    }

    private func runWrites() {
        let connection = PostgresConnection(url: url)
        let group = PostgresGroup(connection: connection, ids: ids, environment: environment)
        let writer = PostgresWriter(group: group, announce: notifier.announce)
        while let jobs = writes.take(atMost: PostgresSettings.groupMax, threads: settings.writers) {
            writer.handle(jobs)
        }
    }

    private func runReads() {
        let reader = PostgresReader(connection: PostgresConnection(url: url), environment: environment)
        while let jobs = reads.take(atMost: 1, threads: settings.readers) {
            for job in jobs { reader.handle(job) }
        }
    }
}
