internal import Glibc
internal import NIOConcurrencyHelpers
internal import NuntiqModel

/// The blocking calls behind ``FolderBlobStore``; they run on file threads only.
struct BlobFolder: Sendable {
    let root: String
    let environment: RuntimeEnvironment
    /// Folders whose own entry is known to be on disk.
    private let durable = NIOLockedValueBox<Set<String>>([])

    init(root: String, environment: RuntimeEnvironment) {
        self.root = root
        self.environment = environment
    }

    func prepare() throws {
        try makeFolder(root)
        try makeFolder(temporaryFolder)
    }

    func size(_ tenant: TenantID, _ hash: BlobHash) throws -> Int64? {
        for path in searchOrder(tenant, hash) {
            if let status = try fileStatus(path) { return Int64(status.st_size) }
        }
        return nil
    }

    func open(_ tenant: TenantID, _ hash: BlobHash) throws -> (descriptor: CInt, size: Int64) {
        for path in searchOrder(tenant, hash) {
            guard let descriptor = try SystemCall.ifFound({ Glibc.open(path, O_RDONLY | O_CLOEXEC) }) else { continue }
            var status = stat()
            do {
                try SystemCall.run { fstat(descriptor, &status) }
            } catch {
                _ = Glibc.close(descriptor)
                throw error
            }
            return (descriptor, Int64(status.st_size))
        }
        throw BlobError.missing(hash)
    }

    /// Begins a file whose name says when (see ``removeUnfinished(olderThan:)``).
    func makeTemporary() throws -> TemporaryFile {
        let name = "\(environment.now(nil).microseconds)-\(hexadecimal(environment.random(16)))"
        return try TemporaryFile(path: "\(temporaryFolder)/\(name)")
    }

    /// Whether the file is there already: then it is as young as a new one, and on disk.
    func touch(_ tenant: TenantID, _ reference: BlobReference) throws -> Bool {
        let hash = reference.hash
        let path = path(.live, tenant, hash)
        guard let status = try fileStatus(path), Int64(status.st_size) == reference.size else { return false }
        guard try SystemCall.ifFound({ setTime(of: path) }) != nil else { return false }
        try makeFolder(folder(.live, tenant, hash))
        try flush(folder: folder(.live, tenant, hash))
        return true
    }

    func keep(_ temporary: TemporaryFile, as hash: BlobHash, of tenant: TenantID) throws {
        try SystemCall.run { setTime(of: temporary.path) }
        try SystemCall.run { fsync(temporary.descriptor) }
        try makeFolder(folder(.live, tenant, hash))
        try temporary.rename(to: path(.live, tenant, hash))
        try flush(folder: folder(.live, tenant, hash))
    }

    func move(_ tenant: TenantID, _ hash: BlobHash, to shelf: BlobShelf) throws {
        let source = shelf == .live ? BlobShelf.aside : .live
        try makeFolder(folder(shelf, tenant, hash))
        guard try SystemCall.ifFound({ setTime(of: path(source, tenant, hash)) }) != nil else { return }
        guard try SystemCall.ifFound({ rename(path(source, tenant, hash), path(shelf, tenant, hash)) }) != nil else {
            return
        }
        try flush(folder: folder(shelf, tenant, hash))
        try flush(folder: folder(source, tenant, hash))
    }

    func destroy(_ tenant: TenantID, _ hash: BlobHash) throws {
        _ = try SystemCall.ifFound { unlink(path(.aside, tenant, hash)) }
    }
}

// MARK: - Paths

extension BlobFolder {
    var temporaryFolder: String { "\(root)/temporary" }

    func path(_ shelf: BlobShelf) -> String {
        switch shelf {
        case .live: root
        case .aside: "\(root)/aside"
        }
    }

    func folder(_ shelf: BlobShelf, _ tenant: TenantID, _ hash: BlobHash) -> String {
        "\(path(shelf))/\(tenant.rawValue)/\(hash.description.prefix(2))"
    }

    func path(_ shelf: BlobShelf, _ tenant: TenantID, _ hash: BlobHash) -> String {
        "\(folder(shelf, tenant, hash))/\(hash.description.dropFirst(2))"
    }

    private func searchOrder(_ tenant: TenantID, _ hash: BlobHash) -> [String] {
        BlobShelf.searchOrder.map { path($0, tenant, hash) }
    }
}

// MARK: - Folders and times

extension BlobFolder {
    private static let durableFoldersMax = 1 << 16

    /// Makes a folder and those above it, each on disk before this returns.
    private func makeFolder(_ path: String) throws {
        guard !durable.withLockedValue({ $0.contains(path) }) else { return }
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if path != root, path.count > root.count { try makeFolder(parent) }
        if mkdir(path, 0o700) != 0 {
            if errno == ENOENT, !parent.isEmpty, parent != path {
                try makeFolder(parent)
                try SystemCall.run { mkdir(path, 0o700) }
            } else if errno != EEXIST {
                throw BlobError.unavailable(reason: "\(path): \(String(cString: strerror(errno)))")
            }
        }
        try flush(folder: parent.isEmpty ? "/" : parent)
        durable.withLockedValue { known in
            if known.count >= Self.durableFoldersMax { known.removeAll() }
            known.insert(path)
        }
    }

    private func flush(folder path: String) throws {
        let descriptor = try SystemCall.run { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        defer { _ = Glibc.close(descriptor) }
        try SystemCall.run { fsync(descriptor) }
    }

    func fileStatus(_ path: String) throws -> stat? {
        var status = stat()
        return try SystemCall.ifFound { stat(path, &status) } == nil ? nil : status
    }

    private func setTime(of path: String) -> CInt {
        let now = environment.now(nil).microseconds
        let time = timespec(tv_sec: Int(now / 1_000_000), tv_nsec: Int(now % 1_000_000) * 1_000)
        return utimensat(AT_FDCWD, path, [time, time], 0)
    }
}
