import CPQ
import Foundation
import Synchronization

/// Carries signals between nodes by `LISTEN` and `NOTIFY`, on a connection and a thread of its own.
///
/// A `NOTIFY` inside a transaction would make commits queue behind each other: PostgreSQL takes a lock over all of the
/// database for it and holds it until the commit is on disk. So it is sent just after the commit, many as one; should
/// the node die in between, the others' slow poll finds the rows.
final class PostgresNotifier: Sendable {
    private static let channel = "nuntiq"
    private static let retryMilliseconds: Int32 = 1_000

    private let url: String
    private let hub: SignalHub
    private let asked = Mutex<Set<Signal>>([])
    private let isClosed = Atomic<Bool>(false)
    private let wake: WakePipe

    init(url: String, hub: SignalHub) throws {
        self.url = url
        self.hub = hub
        wake = try WakePipe()
    }

    /// Wakes the subscribers of this node at once and tells the other nodes.
    func announce(_ signals: Set<Signal>) {
        for signal in signals { hub.send(signal) }
        let isFirst = asked.withLock { asked in
            defer { asked.formUnion(signals) }
            return asked.isEmpty
        }
        if isFirst { wake.signal() }
    }

    /// Ends ``run()``.
    func close() {
        isClosed.store(true, ordering: .releasing)
        wake.signal()
    }

    /// Listens until it is closed; a lost connection is made again.
    func run() {
        let connection = PostgresConnection(url: url)
        while !isClosed.load(ordering: .acquiring) {
            guard listen(connection) else {
                _ = wake.wait(orReadable: nil, milliseconds: Self.retryMilliseconds)
                continue
            }
            for signal in Signal.allCases { hub.send(signal) }  // what was missed meanwhile
            exchange(connection)
            connection.drop()
        }
    }

    private func listen(_ connection: PostgresConnection) -> Bool {
        do throws(PostgresFailure) {
            try connection.connect()
        } catch {
            return false
        }
        let statements = ["SET synchronous_commit = off", "LISTEN \(Self.channel)"].map { PostgresStatement($0) }
        return connection.run(statements).failure == nil
    }

    /// Sends and receives until the connection is lost or everything ends.
    private func exchange(_ connection: PostgresConnection) {
        while !isClosed.load(ordering: .acquiring) {
            _ = wake.wait(orReadable: PQsocket(connection.handle), milliseconds: -1)
            guard PQconsumeInput(connection.handle) == 1, tell(connection) else { return }
            hear(connection)
        }
    }

    private func tell(_ connection: PostgresConnection) -> Bool {
        let signals = asked.withLock { asked in
            defer { asked = [] }
            return asked
        }
        guard !signals.isEmpty else { return true }
        let statements = signals.map { PostgresStatement("SELECT pg_notify(?, ?)", [Self.channel, $0.rawValue]) }
        return connection.run(statements).failure == nil
    }

    private func hear(_ connection: PostgresConnection) {
        while let notice = PQnotifies(connection.handle) {
            defer { PQfreemem(notice) }
            guard notice.pointee.be_pid != connection.backend, let text = notice.pointee.extra else { continue }
            if let signal = Signal(rawValue: String(cString: text)) { hub.send(signal) }
        }
    }
}
