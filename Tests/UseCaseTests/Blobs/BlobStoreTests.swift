import NIOCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.proves("operations/both-blob-stores"))
struct BlobStoreTests {
    private let acme = TenantID(rawValue: 1)
    private let globex = TenantID(rawValue: 2)

    @Test(arguments: TestBlobStore.allCases)
    func `what is put comes back under its SHA-256`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let file = try await store.put(acme, Array("abc".utf8))
            #expect(file.size == 3)
            #expect(
                file.hash.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(try await store.bytes(acme, file.hash) == Array("abc".utf8))
            #expect(try await store.size(acme, file.hash) == 3)
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `a file that comes in pieces is one file`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let all = pattern(count: 1_500_000)
            let writer = try await store.begin(acme)
            var rest = all[...]
            for length in [1, 70_000, 300_000, 5, 900_000, 229_994] {
                try await writer.append(Array(rest.prefix(length)))
                rest = rest.dropFirst(length)
            }
            let file = try await writer.finish()
            #expect(rest.isEmpty)
            #expect(file.size == 1_500_000)
            #expect(try await store.bytes(acme, file.hash) == all)
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `an empty file is a file`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let file = try await store.put(acme, [])
            #expect(file.size == 0)
            #expect(try await store.bytes(acme, file.hash).isEmpty)
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `a range gives its bytes and ends with the file`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let all = pattern(count: 600_000)
            let file = try await store.put(acme, all)
            for range in [0..<1, 5..<300_000, 599_999..<600_000, 599_990..<700_000, 600_000..<600_001, 7..<7] {
                let body = try await store.open(
                    acme, file.hash, range: Int64(range.lowerBound)..<Int64(range.upperBound))
                let expected = all[range.clamped(to: 0..<all.count)]
                var bytes: [UInt8] = []
                for try await chunk in body { bytes += chunk.readableBytesView }
                #expect(bytes == Array(expected))
                #expect(body.count == expected.count)
            }
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `the same bytes twice are one file, and another tenant has none`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let first = try await store.put(acme, pattern(count: 400_000))
            let second = try await store.put(acme, pattern(count: 400_000))
            #expect(first == second)
            #expect(try await store.list(.live, after: nil, limit: 10).count == 1)
            #expect(try await store.size(globex, first.hash) == nil)
            await #expect(throws: BlobError.missing(first.hash)) { try await store.bytes(globex, first.hash) }
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `twenty puts of the same file at once are one file`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let bytes = pattern(count: 10_000)
            let files = try await withThrowingTaskGroup(of: BlobReference.self) { group in
                for _ in 0..<20 { group.addTask { try await store.put(acme, bytes) } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(files.count == 1)
            #expect(try await store.list(.live, after: nil, limit: 10).count == 1)
            #expect(try await store.bytes(acme, #require(files.first).hash) == bytes)
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `an abandoned file leaves nothing`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let writer = try await store.begin(acme)
            try await writer.append(pattern(count: 800_000))
            await writer.abandon()
            #expect(try await store.list(.live, after: nil, limit: 10).isEmpty)
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `a listing goes through all files page by page`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            var put: Set<BlobHash> = []
            for number in 0..<12 {
                let tenant = TenantID(rawValue: [1, 2, 10][number % 3])
                put.insert(try await store.put(tenant, [UInt8(number)]).hash)
            }
            let aside = try await store.put(acme, pattern(count: 9))
            try await store.move(acme, aside.hash, to: .aside)

            var listed: [BlobEntry] = []
            while true {
                let page = try await store.list(.live, after: listed.last?.cursor, limit: 5)
                listed += page
                if page.count < 5 { break }
            }
            #expect(listed.count == 12)
            #expect(Set(listed.map(\.hash)) == put)
            #expect(listed.allSatisfy { $0.size == 1 && $0.age < .seconds(60) })
            #expect(try await store.list(.aside, after: nil, limit: 5).map(\.hash) == [aside.hash])
        }
    }

    @Test(arguments: TestBlobStore.allCases)
    func `a file that stands aside is still read, and can come back or be destroyed`(kind: TestBlobStore) async throws {
        try await withBlobStore(on: kind) { store in
            let file = try await store.put(acme, Array("kept".utf8))
            try await store.move(acme, file.hash, to: .aside)
            #expect(try await store.list(.live, after: nil, limit: 5).isEmpty)
            #expect(try await store.bytes(acme, file.hash) == Array("kept".utf8))
            try await store.move(acme, file.hash, to: .live)
            #expect(try await store.list(.aside, after: nil, limit: 5).isEmpty)
            try await store.move(acme, file.hash, to: .aside)
            try await store.destroy(acme, file.hash)
            try await store.destroy(acme, file.hash)
            try await store.move(acme, file.hash, to: .live)
            #expect(try await store.size(acme, file.hash) == nil)
        }
    }

    private func pattern(count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    }
}
