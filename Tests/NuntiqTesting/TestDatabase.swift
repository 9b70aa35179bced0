public import NuntiqStore

/// The databases that every conformance test runs on.
public enum TestDatabase: String, CaseIterable, Sendable {
    case sqlite
    case postgres
}

/// Runs `body` on a fresh migrated database of its own, which is gone afterwards.
///
/// `clock` is the time of every transaction.
@discardableResult
public func withDatabase<Value>(
    on kind: TestDatabase, clock: TestClock = TestClock(), _ body: (any Database) async throws -> Value
) async throws -> Value {
    try await withDatabaseLocation(on: kind) { location in
        try await using(try await location.open(for: clock)) { try await body($0) }
    }
}

/// Runs `body` with the place of a fresh migrated database, for tests that open it several times or in other processes.
@discardableResult
public func withDatabaseLocation<Value>(
    on kind: TestDatabase, _ body: (DatabaseLocation) async throws -> Value
) async throws -> Value {
    switch kind {
    case .sqlite:
        try await withTemporaryFolder { folder in
            try await SharedSQLite.shared.copy(to: folder)
            return try await body(.folder(folder))
        }
    case .postgres:
        try await withPostgresDatabase(template: SharedPostgres.template, body)
    }
}

/// Runs `body` with the place of a database that has no tables yet.
@discardableResult
public func withEmptyLocation<Value>(
    on kind: TestDatabase, _ body: (DatabaseLocation) async throws -> Value
) async throws -> Value {
    switch kind {
    case .sqlite: try await withTemporaryFolder { try await body(.folder($0)) }
    case .postgres: try await withPostgresDatabase(template: "template1", body)
    }
}

private func withPostgresDatabase<Value>(
    template: String, _ body: (DatabaseLocation) async throws -> Value
) async throws -> Value {
    try await TestPlaces.hold { try await inPostgresDatabase(template: template, body) }
}

private func inPostgresDatabase<Value>(
    template: String, _ body: (DatabaseLocation) async throws -> Value
) async throws -> Value {
    let server = try await SharedPostgres.shared.server()
    let name = try await server.makeDatabase(template: template)
    let result: Result<Value, any Error>
    do {
        result = .success(try await body(.postgres(url: server.patientURL(of: name))))
    } catch {
        result = .failure(error)
    }
    try await server.dropDatabase(name)
    return try result.get()
}

extension DatabaseLocation {
    /// Opens the database with a few connections, on the time of `clock`.
    public func open(for clock: TestClock) async throws -> any Database {
        switch self {
        case .folder(let folder):
            try SQLiteDatabase.open(folder: folder, environment: clock.environment)
        case .postgres(let url):
            try await PostgresDatabase.open(
                url: url, environment: clock.environment, settings: PostgresSettings(writers: 3, readers: 2))
        }
    }
}

/// Runs `body` and closes the database, also when `body` throws.
@discardableResult
public func using<Value>(
    _ database: any Database, _ body: (any Database) async throws -> Value
) async throws -> Value {
    do {
        let value = try await body(database)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}
