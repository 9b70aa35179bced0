import CPQ
import Foundation
import Synchronization

/// A real PostgreSQL server that the tests start; it ends with the test process.
public final class PostgresServer: Sendable {
    private let folder: String
    private let environment: [String: String]
    private let lastDatabase = Atomic<Int>(0)

    private init(folder: String, environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Starts a server of its own, for tests that stop or restart it.
    ///
    /// `environment` is for the server alone, and `prepare` may lay something under its folder first.
    public static func start(
        environment: [String: String] = [:], prepare: (_ folder: String) throws -> Void = { _ in }
    ) async throws -> PostgresServer {
        let server = PostgresServer(folder: try TestRoot.makeFolder(prefix: "ntq"), environment: environment)
        try prepare(server.folder)
        try await server.script("start \(getpid())")
        return server
    }

    /// Ends every connection at once, as a crash does, and comes back.
    public func restart() async throws {
        try await script("restart")
    }

    /// Ends the server at once, as a crash does.
    public func stop() async throws {
        try await script("stop")
    }

    /// Ends every one of its processes as the system does when memory is short.
    public func kill() async throws {
        try await script("kill")
    }

    /// Starts it unless it runs: what it did not survive, somebody has to start again.
    public func startIfDown() async throws {
        try await script("heal")
    }

    /// Ends it, with all that it kept.
    public func remove() async throws {
        try await script("remove")
    }

    /// The URL of one of its databases, with the product's own limits.
    public func url(of database: String = "postgres") -> String {
        "postgres://nuntiq@/\(database)?host=\(folder)"
    }

    /// The URL for tests that hold a transaction open by hand, however slow the machine is.
    public func patientURL(of database: String) -> String {
        url(of: database) + "&options=-c%20idle_in_transaction_session_timeout%3D60s"
    }

    /// Makes a database, a copy of `template`.
    public func makeDatabase(template: String = "template1") async throws -> String {
        let name = "test_\(lastDatabase.add(1, ordering: .relaxed).newValue)"
        try await execute("CREATE DATABASE \(name) TEMPLATE \(template)")
        return name
    }

    /// Removes a database with everyone who is connected to it.
    public func dropDatabase(_ name: String) async throws {
        try await execute("DROP DATABASE \(name) WITH (FORCE)")
    }

    /// Runs a statement outside any transaction.
    public func execute(_ sql: String) async throws {
        let url = url()
        try await onThread {
            let connection = PQconnectdb(url)
            defer { PQfinish(connection) }
            let result = PQexec(connection, sql)
            defer { PQclear(result) }
            guard PQresultStatus(result) == PGRES_COMMAND_OK else {
                throw PostgresServerError(message: String(cString: PQerrorMessage(connection)))
            }
        }
    }

    private func script(_ arguments: String) async throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Scripts/postgres-server.sh").path
        let variables = environment.map { "\($0.key)='\($0.value)' " }.joined()
        let command = "\(variables)'\(path)' \(folder) \(arguments)"
        try await onThread {
            guard system(command) == 0 else { throw PostgresServerError(message: "failed: \(command)") }
        }
    }
}

/// Why the test server does not do what a test wants.
public struct PostgresServerError: Error {
    /// What the server or its script said.
    public let message: String
}

/// Runs what blocks on a thread that may block.
func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
        DispatchQueue.global().async { done.resume(with: Result(catching: body)) }
    }
}
