public import NuntiqStore

/// The blob stores that every test of files runs on.
public enum TestBlobStore: String, CaseIterable, Sendable {
    case folder
    case bucket
}

/// Runs `body` on an empty blob store of its own, which is gone afterwards.
public func withBlobStore<Value>(
    on kind: TestBlobStore, clock: TestClock = TestClock(), _ body: (any BlobStore) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        switch kind {
        case .folder:
            let store = try await FolderBlobStore.open(root: "\(folder)/blobs", environment: clock.environment)
            return try await using(store, body)
        case .bucket:
            let name = "nuntiq-\(folder.suffix(6).lowercased())"
            let location = try S3Location(url: try await TestS3Server.shared.makeBucket(named: name), variables: [:])
            let store = try await S3BlobStore.open(
                location, spoolFolder: "\(folder)/spool", environment: clock.environment)
            return try await using(store, body)
        }
    }
}

private func using<Value>(
    _ store: any BlobStore, _ body: (any BlobStore) async throws -> Value
) async throws -> Value {
    do {
        let value = try await body(store)
        try await store.close()
        return value
    } catch {
        try await store.close()
        throw error
    }
}
