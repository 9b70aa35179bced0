import Foundation
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct SQLiteSettingsTests {
    @Test(.proves("operations/sqlite-full"))
    func `the writer flushes each commit of the write-ahead log`() async throws {
        try await withDatabase(on: .sqlite) { database in
            let (mode, synchronous, cache) = try await database.write { transaction in
                (
                    try transaction.query("PRAGMA journal_mode")[0].text(0),
                    try transaction.query("PRAGMA synchronous")[0].int(0),
                    try transaction.query("PRAGMA cache_size")[0].int(0)
                )
            }
            #expect(mode == "wal")
            #expect(synchronous == 2)
            #expect(cache == -65_536)
        }
    }

    @Test
    func `the log starts over while writes go on`() async throws {
        try await withTemporaryFolder { folder in
            let database = try SQLiteDatabase.open(folder: folder, environment: TestClock().environment)
            try await using(database) { database in
                try await database.write { try $0.execute("CREATE TABLE filler (content BLOB NOT NULL) STRICT") }
                let first = try salt(ofLogIn: folder)
                var megabytes = 0
                while try salt(ofLogIn: folder) == first, megabytes < 400 {
                    let content = [UInt8](repeating: 1, count: 1_000_000)
                    try await database.write { try $0.execute("INSERT INTO filler (content) VALUES (?)", [content]) }
                    megabytes += 1
                }
                #expect(megabytes < 400, "the log only grew")
            }
        }
    }

    @Test
    func `a folder that cannot be written is unavailable`() throws {
        #expect(throws: StoreError.self) {
            try SQLiteDatabase.open(folder: "/dev/null/data", environment: TestClock().environment)
        }
    }
}

/// The salt in the header of the write-ahead log: another one each time the log starts over.
private func salt(ofLogIn folder: String) throws -> Data {
    let log = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/nuntiq.sqlite-wal"))
    defer { try? log.close() }  // a test's read has nothing to lose
    return try (log.read(upToCount: 24) ?? Data()).suffix(8)
}
