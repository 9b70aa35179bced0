import Foundation
import NuntiqStore

/// The bytes of a migrated SQLite database, made once in a test run to be copied.
actor SharedSQLite {
    static let shared = SharedSQLite()

    private var making: Task<Data, any Error>?

    /// Lays a migrated database into an empty folder; the first who asks makes it.
    func copy(to folder: String) async throws {
        let task = making ?? Task { try await Self.make() }
        making = task
        try await task.value.write(to: Self.file(in: folder))
    }

    private static func make() async throws -> Data {
        let folder = try TestRoot.makeFolder(prefix: "nuntiq")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await using(try await DatabaseLocation.folder(folder).open(for: TestClock())) { database in
            _ = try await Migrator(database: database).migrate()
        }
        return try Data(contentsOf: file(in: folder))
    }

    private static func file(in folder: String) -> URL {
        URL(fileURLWithPath: folder).appendingPathComponent(SQLiteDatabase.fileName)
    }
}
