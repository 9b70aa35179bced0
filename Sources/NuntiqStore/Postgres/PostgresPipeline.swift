import CPQ

/// The statements under way on a connection in pipeline mode, and those prepared on it.
struct PostgresPipeline {
    /// What came back.
    struct Outcome {
        /// The rows of each statement before the one that failed, or of all.
        var rows: [[Row]] = []
        /// Why the next one failed.
        var failure: PostgresFailure?
    }

    private enum Expected {
        case preparation(PostgresStatement.Key, sql: String)
        case rows(sql: String)
        case unwanted
        case end
    }

    /// Prepared statements kept; beyond it a text is sent whole each time.
    private static let preparedMax = 1_000

    private var prepared: [PostgresStatement.Key: String] = [:]
    private var expected: [Expected] = []
    private var lastName = 0

    /// Sends the statements and reads everything that is under way.
    mutating func run(_ statements: [PostgresStatement], on connection: OpaquePointer) -> Outcome {
        let isSent = send(statements, on: connection)
        guard isSent else { return Outcome(failure: .lost(reason: PostgresFailure.message(of: connection))) }
        return receive(on: connection)
    }

    /// Sends the statements; nobody wants their outcome.
    mutating func post(_ statements: [PostgresStatement], on connection: OpaquePointer) {
        let start = expected.count
        _ = send(statements, on: connection)
        PQflush(connection)
        for index in start..<expected.count {
            if case .rows = expected[index] { expected[index] = .unwanted }
        }
    }

    private mutating func send(_ statements: [PostgresStatement], on connection: OpaquePointer) -> Bool {
        for statement in statements {
            guard send(statement, on: connection) else { return false }
        }
        expected.append(.end)
        return PQpipelineSync(connection) == 1
    }

    private mutating func send(_ statement: PostgresStatement, on connection: OpaquePointer) -> Bool {
        let parameters = PostgresParameters(statement.arguments)
        defer { expected.append(.rows(sql: statement.sql)) }
        guard statement.isPrepared, let name = name(of: statement, on: connection) else {
            return parameters.sendQuery(statement.numbered, on: connection)
        }
        return parameters.sendPrepared(name, on: connection)
    }

    /// The name the statement is prepared under; prepares it first if it is new.
    private mutating func name(of statement: PostgresStatement, on connection: OpaquePointer) -> String? {
        let key = statement.key
        if let name = prepared[key] { return name }
        guard prepared.count < Self.preparedMax else { return nil }
        lastName += 1
        let name = "s\(lastName)"
        guard PQsendPrepare(connection, name, statement.numbered, Int32(key.types.count), key.types) == 1 else {
            return nil
        }
        prepared[key] = name
        expected.append(.preparation(key, sql: statement.sql))
        return name
    }

    private mutating func receive(on connection: OpaquePointer) -> Outcome {
        var outcome = Outcome()
        for expectation in expected {
            let result = PQgetResult(connection)
            defer { PQclear(result) }
            if case .end = expectation {
                guard PQresultStatus(result) == PGRES_PIPELINE_SYNC else { return lost(outcome, on: connection) }
                continue
            }
            guard result != nil else { return lost(outcome, on: connection) }
            take(result, as: expectation, into: &outcome, on: connection)
            if PQstatus(connection) == CONNECTION_BAD { return lost(outcome, on: connection) }
            PQclear(PQgetResult(connection))
        }
        expected.removeAll(keepingCapacity: true)
        return outcome
    }

    private mutating func take(
        _ result: OpaquePointer?, as expectation: Expected, into outcome: inout Outcome, on connection: OpaquePointer
    ) {
        let isDone = [PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(PQresultStatus(result))
        let isSkipped = PQresultStatus(result) == PGRES_PIPELINE_ABORTED
        switch expectation {
        case .preparation(let key, let sql):
            guard !isDone else { return }
            prepared[key] = nil
            if !isSkipped, outcome.failure == nil {
                outcome.failure = PostgresFailure(result, on: connection, sql: sql)
            }
        case .rows(let sql):
            guard outcome.failure == nil else { return }
            guard isDone else {
                outcome.failure = PostgresFailure(result, on: connection, sql: sql)
                return
            }
            do {
                outcome.rows.append(try postgresRows(result))
            } catch {
                outcome.failure = .refused(error as? StoreError ?? .statement(message: "\(error)", sql: sql))
            }
        case .unwanted, .end:
            return
        }
    }

    private mutating func lost(_ outcome: Outcome, on connection: OpaquePointer) -> Outcome {
        expected.removeAll()
        if case .lost? = outcome.failure { return outcome }
        return Outcome(rows: outcome.rows, failure: .lost(reason: PostgresFailure.message(of: connection)))
    }
}

/// The rows of a result in binary form.
private func postgresRows(_ result: OpaquePointer?) throws -> [Row] {
    let types = (0..<PQnfields(result)).map { PQftype(result, $0) }
    return try (0..<PQntuples(result)).map { row in
        Row(
            values: try types.indices.map { index in
                let column = Int32(index)
                if PQgetisnull(result, row, column) == 1 { return .null }
                let count = Int(PQgetlength(result, row, column))
                let bytes = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: count)
                return try SQLValue.fromPostgres(bytes, type: types[index], column: index)
            })
    }
}
