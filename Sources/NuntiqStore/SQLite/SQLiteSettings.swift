import GRDB

/// How SQLite is set up, and the bounds of its queues.
enum SQLiteSettings {
    /// Jobs that share one commit at most.
    static let groupMax = 256
    /// Writes that may wait; beyond it they are refused at once.
    static let waitingWritesMax = 4_096
    /// Reads that may run or wait.
    static let waitingReadsMax = 4_096

    /// The configuration of every connection.
    static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 8
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -16384")
        }
        return configuration
    }

    /// What only the writer gets, after GRDB has set the pool up: its set-up ends by making `synchronous` NORMAL.
    static func prepareWriter(_ database: GRDB.Database) throws {
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.execute(sql: "PRAGMA cache_size = -65536")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
    }
}
