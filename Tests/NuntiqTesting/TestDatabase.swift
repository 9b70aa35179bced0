public import NuntiqStore

/// The databases that every conformance test runs on.
public enum TestDatabase: String, CaseIterable, Sendable {
    case sqlite
}

/// Runs `body` on a fresh migrated database of its own, which is gone afterwards.
///
/// `clock` is the time of every transaction.
public func withDatabase<Value>(
    on kind: TestDatabase, clock: TestClock = TestClock(), _ body: (any Database) async throws -> Value
) async throws -> Value {
    switch kind {
    case .sqlite:
        try await withTemporaryFolder { folder in
            try await using(try SQLiteDatabase.open(folder: folder, environment: clock.environment)) { database in
                try await Migrator(database: database).migrate()
                return try await body(database)
            }
        }
    }
}

/// Runs `body` and closes the database, also when `body` throws.
func using<Value>(_ database: any Database, _ body: (any Database) async throws -> Value) async throws -> Value {
    do {
        let value = try await body(database)
        await database.close()
        return value
    } catch {
        await database.close()
        throw error
    }
}
