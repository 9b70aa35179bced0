import Foundation
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct CloseTests {
    @Test func `a close moves the whole log into the file, however many read before`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, environment: TestClock().environment)
            try await Migrator(database: database).migrate()
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<50 {
                    group.addTask { _ = try? await database.read { try $0.query("SELECT count(*) FROM tenant") } }
                }
            }
            await database.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["nuntiq.sqlite"])
        }
    }
}
