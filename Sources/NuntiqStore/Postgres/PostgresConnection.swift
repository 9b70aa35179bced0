import CPQ
import Foundation

/// One connection to a PostgreSQL server, in pipeline mode; used on its own thread only.
final class PostgresConnection {
    private let url: String
    private(set) var handle: OpaquePointer?
    private var pipeline = PostgresPipeline()

    init(url: String) {
        self.url = url
    }

    deinit {
        drop()
    }

    /// Connects unless it is connected and the server still talks.
    /// - Throws: ``PostgresFailure/refused(_:)`` with `unavailable` when the server cannot be reached.
    func connect() throws(PostgresFailure) {
        if handle != nil, isAlive { return }
        drop()
        handle = PQconnectdbParams(Self.keywords, values: [url], expandName: 1)
        guard PQstatus(handle) == CONNECTION_OK else { throw unreachable() }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)  // else libpq writes them to stderr
        let settings = PQexec(handle, Self.settings)
        defer { PQclear(settings) }
        guard PQresultStatus(settings) == PGRES_COMMAND_OK, PQenterPipelineMode(handle) == 1 else {
            throw unreachable()
        }
    }

    /// Sends the statements at once and reads what comes back.
    ///
    /// After the first that fails the server skips the rest: the outcome has the rows of those before it.
    func run(_ statements: [PostgresStatement]) -> PostgresPipeline.Outcome {
        guard let handle else { return .init(failure: .lost(reason: "not connected")) }
        return pipeline.run(statements, on: handle)
    }

    /// Sends the statements without waiting; their outcome is read with the next ``run(_:)`` and matters to nobody.
    func post(_ statements: [PostgresStatement]) {
        guard let handle else { return }
        pipeline.post(statements, on: handle)
    }

    /// Closes the connection and forgets what was prepared on it.
    func drop() {
        PQfinish(handle)
        handle = nil
        pipeline = PostgresPipeline()
    }

    /// The process number of the server's side.
    var backend: Int32 {
        PQbackendPID(handle)
    }

    /// The server's version, such as 150004.
    var version: Int32 {
        PQserverVersion(handle)
    }

    /// An idle connection that the server closed is readable; its last words come first, then reading fails.
    private var isAlive: Bool {
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while poll(&socket, 1, 0) > 0 {
            guard PQconsumeInput(handle) == 1 else { return false }
        }
        return PQstatus(handle) == CONNECTION_OK
    }

    private func unreachable() -> PostgresFailure {
        let reason = PostgresFailure.message(of: handle)
        drop()
        return .refused(.unavailable(reason: reason))
    }
}

extension PostgresConnection {
    /// What a URL may override: a server that is gone is noticed within seconds, and a process that stops in the middle
    /// holds its locks for five seconds at most.
    private static let keywords = [
        ("application_name", "nuntiq"), ("connect_timeout", "5"), ("client_encoding", "UTF8"),
        ("keepalives_idle", "2"), ("keepalives_interval", "1"), ("keepalives_count", "3"), ("tcp_user_timeout", "5000"),
        ("options", "-c idle_in_transaction_session_timeout=5s"),
    ]

    /// What holds on every connection.
    private static let settings = """
        SET lock_timeout = '10s';
        SET client_connection_check_interval = '2s';
        SET tcp_keepalives_idle = 2;
        SET tcp_keepalives_interval = 1;
        SET tcp_keepalives_count = 3;
        SET client_min_messages = 'warning';
        """
}

/// Calls libpq with keyword pairs, the URL last as `dbname`, so that it wins.
private func PQconnectdbParams(_ pairs: [(String, String)], values: [String], expandName: Int32) -> OpaquePointer? {
    let names = (pairs.map(\.0) + values.map { _ in "dbname" }).map { strdup($0) }
    let contents = (pairs.map(\.1) + values).map { strdup($0) }
    defer { for pointer in names + contents { free(pointer) } }
    let keys = names.map { UnsafePointer($0) } + [nil]
    return CPQ.PQconnectdbParams(keys, contents.map { UnsafePointer($0) } + [nil], expandName)
}
