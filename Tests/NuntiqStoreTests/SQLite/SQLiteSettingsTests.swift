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
                let content = [UInt8](repeating: 1, count: 200_000)
                for _ in 0..<300 {
                    try await database.write { try $0.execute("INSERT INTO filler (content) VALUES (?)", [content]) }
                }
                let log = try bytes(of: folder + "/nuntiq.sqlite-wal")
                #expect(log < 45_000_000, "60 MB were written")
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
