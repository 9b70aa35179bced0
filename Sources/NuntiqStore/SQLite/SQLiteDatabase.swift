import Foundation
import GRDB
import NuntiqModel
import Synchronization

/// The embedded database: one SQLite file in the data folder, one writer with group commit, readers on snapshots.
///
/// WAL with `synchronous=FULL`: who is answered is on disk. Other processes may write beside this one.
public final class SQLiteDatabase: Database {
    /// Always SQLite.
    public let dialect = Dialect.sqlite
    /// Wakes those on this node who wait for a commit.
    public let signals = SignalHub()

    private let pool: DatabasePool
    private let checkpointer: SQLiteCheckpointer
    private let environment: RuntimeEnvironment
    private let queue = WriteQueue(limit: SQLiteSettings.waitingWritesMax)
    private let reads = Atomic<Int>(0)

    private init(pool: DatabasePool, checkpointer: SQLiteCheckpointer, environment: RuntimeEnvironment) {
        self.pool = pool
        self.checkpointer = checkpointer
        self.environment = environment
    }

    /// Opens `nuntiq.sqlite` in `folder`, which is made if it is missing.
    /// - Throws: ``StoreError/unavailable(reason:)`` when folder or file cannot be written.
    public static func open(folder: String, environment: RuntimeEnvironment) throws -> SQLiteDatabase {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let path = URL(fileURLWithPath: folder).appendingPathComponent(fileName).path
            let pool = try DatabasePool(path: path, configuration: SQLiteSettings.configuration())
            let checkpointer = try SQLiteCheckpointer(path: path)
            try pool.writeWithoutTransaction { database in
                try SQLiteSettings.prepareWriter(database)
                checkpointer.watch(database)
            }
            return SQLiteDatabase(pool: pool, checkpointer: checkpointer, environment: environment)
        } catch let error as DatabaseError {
            throw SQLiteFailure.translate(error)
        } catch {
            throw StoreError.unavailable(reason: "\(error)")
        }
    }

    /// How long the first waiting write has waited.
    public var writeDelay: Duration {
        queue.oldest.map { environment.monotonic() - $0 } ?? .zero
    }

    /// Runs `body` on a snapshot of a reader's connection.
    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let waiting = reads.add(1, ordering: .relaxed).newValue
        defer { reads.subtract(1, ordering: .relaxed) }
        guard waiting <= SQLiteSettings.waitingReadsMax else { throw StoreError.overloaded }
        do {
            return try await pool.read { [environment] database in
                let statements = SQLiteStatements(database: database)
                return try body(SQLiteTransaction(statements, ledger: nil, now: environment.now(nil)))
            }
        } catch {
            throw SQLiteFailure.translate(error)
        }
    }

    /// Runs `body` in a savepoint of the next group and answers after its commit.
    public func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let start = environment.monotonic()
        return try await withCheckedThrowingContinuation { caller in
            guard queue.add(DatabaseJob(body, since: start, for: caller)) else { return }
            pool.asyncWriteWithoutTransaction { [self] in drain($0) }
        }
    }

    /// Finishes waiting writes, moves the log into the file and closes it.
    public func close() async {
        queue.close()
        signals.finish()
        await withCheckedContinuation { done in pool.asyncWriteWithoutTransaction { _ in done.resume() } }
        try? pool.close()
        try? checkpointer.close()  // the last to close moves the log, and a reader's connection could not
    }

    private func drain(_ database: GRDB.Database) {
        while let jobs = queue.next(atMost: SQLiteSettings.groupMax) {
            let asked = SQLiteGroup(database: database, environment: environment).run(jobs)
            for signal in asked { signals.send(signal) }
            checkpointer.checkpointIfLong()
        }
    }
}
