import CPQ
import Foundation

extension PostgresServer {
    /// Runs statements in a transaction, and then says nothing until the server ends it, after five seconds: the time
    /// that the product's own connections have.
    public func idleInTransaction(in database: String = "postgres", after statements: [String]) async throws {
        let url = url(of: database)
        try await onThread {
            let connection = PQconnectdb(url)
            defer { PQfinish(connection) }
            for sql in ["SET idle_in_transaction_session_timeout = '5s'", "BEGIN"] + statements {
                let result = PQexec(connection, sql)
                defer { PQclear(result) }
                guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
                    throw PostgresServerError(message: String(cString: PQerrorMessage(connection)))
                }
            }
            // The server's last words make the socket readable.
            var socket = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
            while poll(&socket, 1, -1) < 0, errno == EINTR {}
        }
    }
}
