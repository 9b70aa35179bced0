import Dispatch
import GRDB
import GRDBSQLite
import Synchronization

/// Moves the write-ahead log into the database file beside the writer, on a connection and a thread of its own.
///
/// SQLite's automatic checkpoint would run inside somebody's commit. From `passivePages` on a checkpoint runs that
/// stops nobody; only if the log outgrows `restartPages`, because commits never pause, one holds the writer for the
/// little that is left, so that the log starts over and stays bounded.
final class SQLiteCheckpointer: Sendable {
    private static let passivePages: Int32 = 4_096
    private static let restartPages: Int64 = 32_768

    private let connection: DatabaseQueue
    private let pages = Atomic<Int32>(0)
    private let isRunning = Atomic<Bool>(false)

    init(path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(0.2)
        configuration.qos = .utility
        connection = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Makes the writer's connection report how long the log is instead of checkpointing by itself.
    ///
    /// The connection must be closed before this object goes.
    func watch(_ writer: GRDB.Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_wal_hook(
            writer.sqliteConnection,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                let checkpointer = Unmanaged<SQLiteCheckpointer>.fromOpaque(context).takeUnretainedValue()
                checkpointer.pages.store(pages, ordering: .relaxed)
                return SQLITE_OK
            }, context)
    }

    /// Starts a checkpoint if the log is long and none runs.
    func checkpointIfLong() {
        guard pages.load(ordering: .relaxed) >= Self.passivePages else { return }
        guard !isRunning.exchange(true, ordering: .acquiring) else { return }
        connection.asyncWriteWithoutTransaction { [self] database in
            defer { isRunning.store(false, ordering: .releasing) }
            let left = pagesLeft(database, "PRAGMA wal_checkpoint(PASSIVE)")
            if left >= Self.restartPages { _ = pagesLeft(database, "PRAGMA wal_checkpoint(RESTART)") }
        }
    }

    /// Waits for a running checkpoint and closes the connection.
    func close() throws {
        try connection.close()
    }

    /// Runs a checkpoint and answers the length of the log.
    ///
    /// A failure is no harm: the next commit asks again.
    private func pagesLeft(_ database: GRDB.Database, _ pragma: String) -> Int64 {
        guard let row = try? SQLiteStatements(database: database).query(pragma, []).first else { return 0 }
        return (try? row.int(1)) ?? 0
    }
}
