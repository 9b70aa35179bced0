import NuntiqStore

/// The one PostgreSQL server of a test run, with a migrated database to copy.
actor SharedPostgres {
    static let shared = SharedPostgres()
    static let template = "nuntiq_template"

    private var starting: Task<PostgresServer, any Error>?

    /// The server; the first who asks starts it.
    func server() async throws -> PostgresServer {
        let task = starting ?? Task { try await Self.start() }
        starting = task
        return try await task.value
    }

    private static func start() async throws -> PostgresServer {
        let server = try await PostgresServer.start()
        try await server.execute("CREATE DATABASE \(template)")
        let location = DatabaseLocation.postgres(url: server.url(of: template))
        try await using(try await location.open(environment: TestClock().environment)) { database in
            _ = try await Migrator(database: database).migrate()
        }
        return server
    }
}
