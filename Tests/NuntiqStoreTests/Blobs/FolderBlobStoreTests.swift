import Foundation
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqStore

struct FolderBlobStoreTests {
    private let acme = TenantID(rawValue: 1)

    @Test func `a crash leaves temporary files only, which go after a day`() async throws {
        let clock = TestClock()
        try await withTemporaryFolder { root in
            let crashed = try await FolderBlobStore.open(root: root, environment: clock.environment)
            let writer = try await crashed.begin(acme)
            try await writer.append([UInt8](repeating: 1, count: 1_000_000))

            let store = try await FolderBlobStore.open(root: root, environment: clock.environment)
            #expect(try await store.list(.live, after: nil, limit: 5).isEmpty)
            #expect(try temporaryFiles(root).count == 1)
            try await store.removeUnfinished(olderThan: .seconds(86_400))
            #expect(try temporaryFiles(root).count == 1)
            clock.advance(by: .seconds(86_401))
            try await store.removeUnfinished(olderThan: .seconds(86_400))
            #expect(try temporaryFiles(root).isEmpty)
            await writer.abandon()
            try await crashed.close()
            try await store.close()
        }
    }

    @Test func `a finished file stands under tenant and hash and leaves nothing else`() async throws {
        try await withTemporaryFolder { root in
            let store = try await FolderBlobStore.open(root: "\(root)/a/b", environment: TestClock().environment)
            let file = try await store.put(acme, [UInt8](repeating: 1, count: 300_000))
            let name = file.hash.description
            #expect(FileManager.default.fileExists(atPath: "\(root)/a/b/1/\(name.prefix(2))/\(name.dropFirst(2))"))
            #expect(try temporaryFiles("\(root)/a/b").isEmpty)
            try await store.close()
        }
    }

    @Test func `a file that was put again is as young as a new one`() async throws {
        let clock = TestClock()
        try await withTemporaryFolder { root in
            let store = try await FolderBlobStore.open(root: root, environment: clock.environment)
            _ = try await store.put(acme, [1])
            clock.advance(by: .seconds(100_000))
            #expect(try await store.list(.live, after: nil, limit: 5).map(\.age) == [.seconds(100_000)])
            _ = try await store.put(acme, [1])
            #expect(try await store.list(.live, after: nil, limit: 5).map(\.age) == [.zero])
            try await store.close()
        }
    }

    @Test func `a damaged file is replaced by the next put`() async throws {
        try await withTemporaryFolder { root in
            let store = try await FolderBlobStore.open(root: root, environment: TestClock().environment)
            let file = try await store.put(acme, [1, 2, 3])
            let path = store.folder.path(.live, acme, file.hash)
            try Data([1]).write(to: URL(filePath: path))
            _ = try await store.put(acme, [1, 2, 3])
            #expect(try await store.bytes(acme, file.hash) == [1, 2, 3])
            try await store.close()
        }
    }

    @Test func `a folder that cannot be made says so`() async throws {
        await #expect(throws: BlobError.self) {
            try await FolderBlobStore.open(root: "/dev/null/blobs", environment: TestClock().environment)
        }
    }

    private func temporaryFiles(_ root: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(root)/temporary")
    }
}
