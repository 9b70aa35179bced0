public import NuntiqModel
public import NuntiqStore

/// A transaction that asks the database how it will run each query, so that a test can hold hot ones to their index.
public final class PlanRecorder: Transaction {
    private let base: any Transaction
    /// The plan of each query, its lines in the database's own words.
    public private(set) var plans: [String] = []

    /// Records what goes through to `base`.
    public init(_ base: any Transaction) {
        self.base = base
    }

    /// The base's time.
    public var now: Instant { base.now }

    /// The base's dialect.
    public var dialect: Dialect { base.dialect }

    /// Records the plan, then runs the query.
    public func query(_ sql: String, _ arguments: [any SQLConvertible]) throws -> [Row] {
        let (explain, column) =
            switch dialect {
            case .sqlite: ("EXPLAIN QUERY PLAN", 3)
            case .postgres: ("EXPLAIN", 0)
            }
        plans.append(
            try base.query("\(explain) \(sql)", arguments).map { try $0.text(column) }.joined(separator: "\n"))
        return try base.query(sql, arguments)
    }

    /// Runs the statement.
    public func execute(_ sql: String, _ arguments: [any SQLConvertible]) throws {
        try base.execute(sql, arguments)
    }

    /// An id of the base.
    public func newID() throws -> Int64 { try base.newID() }

    /// Appends to the base.
    public func append(_ event: EventRecord) throws { try base.append(event) }

    /// Signals by the base.
    public func afterCommit(_ signal: Signal) { base.afterCommit(signal) }
}
