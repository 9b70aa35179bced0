import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

struct BlobSweepTests {
    private let acme = TenantID(rawValue: 1)
    private let anyAge = Duration.seconds(-60)

    @Test(arguments: TestBlobStore.allCases, TestDatabase.allCases)
    func `a file that a row names stays`(files: TestBlobStore, kind: TestDatabase) async throws {
        try await withBoth(files, kind) { store, database in
            let file = try await store.put(acme, [1])
            try await database.write { try BlobRows.record($0, acme, [file, file]) }
            #expect(try await BlobSweep(database: database, store: store, minimumAge: anyAge).run() == .init())
            #expect(try await store.bytes(acme, file.hash) == [1])
        }
    }

    @Test(arguments: TestBlobStore.allCases, TestDatabase.allCases)
    func `a young file without a row stays`(files: TestBlobStore, kind: TestDatabase) async throws {
        try await withBoth(files, kind) { store, database in
            _ = try await store.put(acme, [1])
            #expect(try await BlobSweep(database: database, store: store).run() == .init())
        }
    }

    @Test(arguments: TestBlobStore.allCases, TestDatabase.allCases)
    func `an old file without a row is set aside, then destroyed`(files: TestBlobStore, kind: TestDatabase) async throws
    {
        try await withBoth(files, kind) { store, database in
            let file = try await store.put(acme, [1])
            let sweep = BlobSweep(database: database, store: store, minimumAge: anyAge)
            #expect(try await sweep.run().setAside == 1)
            #expect(try await store.bytes(acme, file.hash) == [1])
            #expect(try await sweep.run().destroyed == 1)
            #expect(try await store.size(acme, file.hash) == nil)
        }
    }

    @Test(arguments: TestBlobStore.allCases, TestDatabase.allCases)
    func `a file that gets its row after it was set aside comes back`(files: TestBlobStore, kind: TestDatabase)
        async throws
    {
        try await withBoth(files, kind) { store, database in
            let file = try await store.put(acme, [1])
            let sweep = BlobSweep(database: database, store: store, minimumAge: anyAge)
            _ = try await sweep.run()
            try await database.write { try BlobRows.record($0, acme, [file]) }
            #expect(try await sweep.run().restored == 1)
            #expect(try await store.list(.live, after: nil, limit: 5).map(\.hash) == [file.hash])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `rows of files are listed by key, each once`(kind: TestDatabase) async throws {
        try await withDatabase(on: kind) { database in
            let hashes = (0..<7).compactMap { BlobHash(bytes: [UInt8](repeating: $0, count: 32)) }
            try await database.write { tx in
                for hash in hashes { try BlobRows.record(tx, acme, [BlobReference(hash: hash, size: 5)]) }
            }
            let listed = try await database.read { tx in
                let first = try BlobRows.list(tx, after: nil, limit: 4)
                let rest = try BlobRows.list(tx, after: first.last.map { ($0.tenant, $0.file.hash) }, limit: 4)
                return (first + rest).map(\.file.hash)
            }
            #expect(listed == hashes)
        }
    }

    private func withBoth(
        _ files: TestBlobStore, _ kind: TestDatabase, _ body: (any BlobStore, any Database) async throws -> Void
    ) async throws {
        try await withDatabase(on: kind) { database in
            try await withBlobStore(on: files) { store in try await body(store, database) }
        }
    }
}
