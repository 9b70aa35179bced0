import NuntiqModel

/// The transaction under way on a connection: statements wait here until somebody needs an answer.
///
/// So a job that only writes costs no round trip of its own: BEGIN, its statements and COMMIT go out together.
final class PostgresSession {
    private static let waitingMax = 256
    private static let begin = "BEGIN"
    private static let clock = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)"

    private let connection: PostgresConnection
    private let environment: RuntimeEnvironment
    private var waiting: [PostgresStatement] = []
    private var job: Int?
    private var isGrouped = false
    private var isUndone = false
    private var clock: (database: Instant, read: ContinuousClock.Instant)?

    /// What a job's statements failed with after its closure had returned.
    private(set) var lateFailures: [Int: StoreError] = [:]

    init(_ connection: PostgresConnection, environment: RuntimeEnvironment) {
        self.connection = connection
        self.environment = environment
    }

    /// Starts a transaction that writes.
    ///
    /// In a group a job waits for a lock only briefly: whoever needs longer is run again alone.
    func begin(grouped: Bool) throws(PostgresFailure) {
        try connection.connect()
        isGrouped = grouped
        waiting = [PostgresStatement(Self.begin)]
        if grouped { waiting.append(PostgresStatement("SET LOCAL lock_timeout = '200ms'")) }
        waiting.append(PostgresStatement(Self.clock))
    }

    /// Starts a transaction that only reads, over one snapshot.
    func beginReading() throws(PostgresFailure) {
        try connection.connect()
        waiting = [
            PostgresStatement("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), PostgresStatement(Self.clock),
        ]
    }

    /// The statements from here on belong to job `number`.
    func start(_ number: Int) {
        job = number
        if isGrouped { waiting.append(PostgresStatement("SAVEPOINT job", owner: number)) }
    }

    /// Ends the job; its statements stay.
    func finishJob() {
        if isGrouped { waiting.append(PostgresStatement("RELEASE job", owner: job)) }
        job = nil
    }

    /// Undoes the job's statements, those sent and those waiting.
    func undoJob() {
        guard isGrouped else {
            isUndone = true
            return
        }
        let isSent = !waiting.contains { $0.owner == job && $0.sql == "SAVEPOINT job" }
        waiting.removeAll { $0.owner == job }
        if isSent { waiting += Self.undo }
        job = nil
    }

    /// Adds a statement that goes out with the next one whose answer is needed.
    func execute(_ sql: String, _ arguments: [any SQLConvertible]) throws(PostgresFailure) {
        waiting.append(PostgresStatement(sql, arguments, owner: job))
        if waiting.count >= Self.waitingMax { _ = try send() }
    }

    /// Sends what waits and answers the rows of this statement.
    func query(_ sql: String, _ arguments: [any SQLConvertible]) throws(PostgresFailure) -> [Row] {
        waiting.append(PostgresStatement(sql, arguments, owner: job))
        return try send()
    }

    /// The database's clock, asked once per transaction.
    func databaseClock() throws(PostgresFailure) -> Instant? {
        if clock == nil { _ = try send() }
        return clock.map { $0.database + (environment.monotonic() - $0.read) }
    }

    /// Commits with everything that waits, unless the only job was undone.
    func commit() throws(PostgresFailure) {
        job = nil
        if isUndone { return rollBack() }
        waiting.append(PostgresStatement("COMMIT"))
        do {
            _ = try send()
        } catch .lost(let reason) {
            throw .lostInCommit(reason: reason)
        }
    }

    /// Ends a transaction that only read; nobody waits for the answer.
    func finishReading() {
        connection.post([PostgresStatement("COMMIT")])
    }

    /// Gives everything up; a lost connection has done so already.
    func rollBack() {
        let isBegun = waiting.first?.sql != Self.begin
        waiting = []
        if isBegun, connection.run([PostgresStatement("ROLLBACK")]).failure != nil { connection.drop() }
    }

    private static let undo = [PostgresStatement("ROLLBACK TO job"), PostgresStatement("RELEASE job")]

    /// Sends what waits.
    ///
    /// When a statement of a job fails whose closure has returned already, that job alone is undone and the rest goes
    /// out again: the server has skipped it.
    private func send() throws(PostgresFailure) -> [Row] {
        while true {
            let statements = waiting
            waiting = []
            let outcome = connection.run(statements)
            readClock(statements, outcome)
            guard let failure = outcome.failure else { return outcome.rows.last ?? [] }
            guard isGrouped, case .refused(let error) = failure,
                let owner = statements[outcome.rows.count].owner, owner != job
            else { throw failure }
            lateFailures[owner] = error
            waiting = Self.undo + statements[(outcome.rows.count + 1)...].filter { $0.owner != owner }
        }
    }

    private func readClock(_ statements: [PostgresStatement], _ outcome: PostgresPipeline.Outcome) {
        guard clock == nil, let index = statements.firstIndex(where: { $0.sql == Self.clock }),
            index < outcome.rows.count, case .int(let microseconds)? = outcome.rows[index].first?.values.first
        else { return }
        clock = (Instant(microseconds: microseconds), environment.monotonic())
    }
}
