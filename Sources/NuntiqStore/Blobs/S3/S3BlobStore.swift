internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
public import NuntiqModel

/// Files in an S3-compatible bucket: `<prefix><tenant>/ab/cd…`, garbage on its last day under `<prefix>aside/`.
///
/// A file is spooled first, so that its hash and length are known before the upload begins. Every put uploads, also
/// what is there already: that renews the object's age, which protects it from a sweep.
public struct S3BlobStore: BlobStore {
    let client: S3Client
    let spool: BlobFolder
    let threads: NIOThreadPool

    /// Opens a store; `spoolFolder` takes long files while they arrive.
    public static func open(
        _ location: S3Location, spoolFolder: String, environment: RuntimeEnvironment
    ) async throws -> S3BlobStore {
        let threads = NIOThreadPool(numberOfThreads: 4)
        threads.start()
        let spool = BlobFolder(root: spoolFolder, environment: environment)
        do {
            try await threads.runIfActive { try spool.prepare() }
        } catch {
            try await threads.shutdownGracefully()
            throw error
        }
        let client = S3Client(location: location, environment: environment)
        return S3BlobStore(client: client, spool: spool, threads: threads)
    }

    /// Starts a new file.
    public func begin(_ tenant: TenantID) async throws -> any BlobWriter {
        S3BlobWriter(tenant: tenant, store: self)
    }

    /// The object's length.
    public func size(_ tenant: TenantID, _ hash: BlobHash) async throws -> Int64? {
        for shelf in BlobShelf.searchOrder {
            let answer = try await client.send("HEAD", key: key(shelf, tenant, hash))
            if try isFound(answer) { return answer.headers.first(name: "content-length").flatMap(Int64.init) }
        }
        return nil
    }

    /// The object's bytes.
    public func open(_ tenant: TenantID, _ hash: BlobHash, range: Range<Int64>?) async throws -> BlobBody {
        if let range, range.isEmpty {
            guard try await size(tenant, hash) != nil else { throw BlobError.missing(hash) }
            return .empty
        }
        let headers = range.map { ["range": "bytes=\($0.lowerBound)-\($0.upperBound - 1)"] } ?? [:]
        for shelf in BlobShelf.searchOrder {
            let answer = try await client.send("GET", key: key(shelf, tenant, hash), headers: headers)
            if answer.status == .rangeNotSatisfiable { return .empty }
            guard try isFound(answer) else { continue }
            guard let count = answer.headers.first(name: "content-length").flatMap(Int64.init) else {
                throw BlobError.unavailable(reason: "The bucket's server sent an object without its length.")
            }
            return BlobBody(count: count, source: .response(answer.body))
        }
        throw BlobError.missing(hash)
    }

    /// Objects in the order of their keys; `limit` is at most 1 000.
    public func list(_ shelf: BlobShelf, after cursor: String?, limit: Int) async throws -> [BlobEntry] {
        let base = client.location.prefix + shelf.keyPrefix
        var query = [(name: "list-type", value: "2"), ("prefix", base), ("max-keys", "\(limit)")]
        if let cursor { query.append(("start-after", base + cursor)) }
        let answer = try await client.send("GET", key: "", query: query)
        guard try isFound(answer) else { throw BlobError.unavailable(reason: "The bucket does not exist.") }
        let document = String(buffer: try await answer.body.collect(upTo: 8 << 20))
        let now = S3Document.httpTime(answer.headers.first(name: "date")) ?? client.environment.now(nil)
        return S3Document.texts(of: "Contents", in: document[...]).compactMap { entry($0, base: base, now: now) }
    }

    /// Copies an object to the other shelf, then deletes it where it was.
    public func move(_ tenant: TenantID, _ hash: BlobHash, to shelf: BlobShelf) async throws {
        let source = key(shelf == .live ? .aside : .live, tenant, hash)
        let path = "/\(client.location.bucket)/\(client.location.prefix)\(source)"
        let copy = try await client.send(
            "PUT", key: key(shelf, tenant, hash), headers: ["x-amz-copy-source": percentEncoded(path, keeping: "/")])
        guard try isFound(copy) else { return }
        let document = String(buffer: try await copy.body.collect(upTo: 64 << 10))
        guard document.contains("<CopyObjectResult") else {
            throw BlobError.unavailable(reason: "The bucket's server did not copy an object.")
        }
        try await delete(source)
    }

    /// Destroys an object that was set aside.
    public func destroy(_ tenant: TenantID, _ hash: BlobHash) async throws {
        try await delete(key(.aside, tenant, hash))
    }

    /// Removes spooled files that a crash left behind.
    public func removeUnfinished(olderThan age: Duration) async throws {
        try await threads.runIfActive { try spool.removeUnfinished(olderThan: age) }
    }

    /// Closes the connections.
    public func close() async throws {
        try await client.close()
        try await threads.shutdownGracefully()
    }
}

extension S3BlobStore {
    func key(_ shelf: BlobShelf, _ tenant: TenantID, _ hash: BlobHash) -> String {
        let name = hash.description
        return "\(shelf.keyPrefix)\(tenant.rawValue)/\(name.prefix(2))/\(name.dropFirst(2))"
    }

    /// Whether the answer is a success; a missing object is none, anything else a fault.
    func isFound(_ answer: HTTPClientResponse) throws -> Bool {
        if (200..<300).contains(answer.status.code) { return true }
        if answer.status == .notFound { return false }
        throw BlobError.unavailable(reason: "The bucket's server answers \(answer.status.code).")
    }

    private func delete(_ key: String) async throws {
        _ = try isFound(try await client.send("DELETE", key: key))
    }

    private func entry(_ contents: Substring, base: String, now: Instant) -> BlobEntry? {
        guard let key = S3Document.text(of: "Key", in: contents),
            let time = S3Document.text(of: "LastModified", in: contents).flatMap(S3Document.listedTime),
            let size = S3Document.text(of: "Size", in: contents).flatMap({ Int64($0) })
        else { return nil }
        let name = key.split(separator: "/").suffix(3).map(String.init)
        guard key.split(separator: "/").count == base.split(separator: "/").count + 3, let tenant = Int64(name[0]),
            let hash = BlobHash(hex: name[1] + name[2])
        else { return nil }
        return BlobEntry(
            tenant: TenantID(rawValue: tenant), hash: hash, size: size, age: now - time,
            cursor: name.joined(separator: "/"))
    }
}

extension BlobShelf {
    /// Tenants are numbers, which sort before letters: a listing of all that is live ends where `aside/` begins.
    var keyPrefix: String {
        switch self {
        case .live: ""
        case .aside: "aside/"
        }
    }
}
