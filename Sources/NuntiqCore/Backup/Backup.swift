import Crypto
import Foundation
public import NuntiqModel
public import NuntiqStore

/// Writes an installation's rows and files into one archive while it works.
///
/// The embedded database is copied as of one moment; then every file that the copy names. A file that is swept
/// meanwhile is only set aside for a day, where it is still found, so a backup may take that long. PostgreSQL has its
/// own tools: dump it first, then the archive holds the files. The master key is never in it.
public struct Backup: Sendable {
    private let database: any Database
    private let blobs: any BlobStore
    private let environment: RuntimeEnvironment
    private let masterKey: String

    /// Backs up a database and its files; `secrets` are only named.
    public init(database: any Database, blobs: any BlobStore, environment: RuntimeEnvironment, secrets: Secrets) {
        self.database = database
        self.blobs = blobs
        self.environment = environment
        masterKey = secrets.fingerprint
    }

    /// Writes the archive `path`; with `dataFolder` the embedded database of that folder is in it.
    ///
    /// - Throws: ``ArchiveError``, ``BackupError``, errors of the stores; then there is no archive.
    public func write(
        to path: String, dataFolder: String?, progress: @Sendable (String) -> Void = { _ in }
    ) async throws -> BackupSummary {
        let archive = try TarWriter(path)
        let work = "\(path).copy"
        defer { try? FileManager.default.removeItem(atPath: work) }  // our own copy, of no use without the archive
        do {
            let began = environment.now(nil)
            let hash = try dataFolder.map { try addDatabase(of: $0, by: work, to: archive, progress) }
            let files = try await addFiles(from: work, isCopied: dataFolder != nil, to: archive, progress)
            let manifest = BackupManifest(
                databaseHash: hash ?? "", files: files, masterKey: masterKey, createdAt: began)
            let bytes = Data(manifest.json.serializedBytes())
            try archive.begin(BackupManifest.name, size: Int64(bytes.count))
            try archive.append(bytes)
            try archive.finish()
            return BackupSummary(manifest)
        } catch {
            archive.abandon()
            throw error
        }
    }

    private func addDatabase(
        of folder: String, by work: String, to archive: TarWriter, _ progress: (String) -> Void
    ) throws -> String {
        progress("Copying the database …")
        try FileManager.default.createDirectory(
            atPath: work, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try SQLiteDatabase.copy(folder: folder, into: work)
        return try TarFile.add("\(work)/\(SQLiteDatabase.fileName)", as: SQLiteDatabase.fileName, to: archive)
    }

    private func addFiles(
        from work: String, isCopied: Bool, to archive: TarWriter, _ progress: (String) -> Void
    ) async throws -> Int64 {
        guard isCopied else { return try await addFiles(of: database, to: archive, progress) }
        let copy = try SQLiteDatabase.open(folder: work, environment: environment)
        do {
            let count = try await addFiles(of: copy, to: archive, progress)
            await copy.close()
            return count
        } catch {
            await copy.close()
            throw error
        }
    }

    private func addFiles(
        of rows: any Database, to archive: TarWriter, _ progress: (String) -> Void
    ) async throws -> Int64 {
        var cursor: (TenantID, BlobHash)?
        var count: Int64 = 0
        while true {
            let after = cursor
            let page = try await rows.read { try BlobRows.list($0, after: after, limit: 500) }
            for (tenant, file) in page { try await add(file, of: tenant, to: archive) }
            count += Int64(page.count)
            guard page.count == 500, let last = page.last else { return count }
            progress("\(count) files …")
            cursor = (last.tenant, last.file.hash)
        }
    }

    private func add(_ file: BlobReference, of tenant: TenantID, to archive: TarWriter) async throws {
        if let fault = try await blobs.fault(of: file, tenant, isDeep: false) {
            throw BackupError.fileLost(tenant, file.hash.description, fault)
        }
        try archive.begin(BackupName.file(tenant, file.hash.description), size: file.size)
        var hash = SHA256()
        for try await chunk in try await blobs.chunks(tenant, file.hash) {
            hash.update(data: chunk)
            try archive.append(chunk)
        }
        guard Array(hash.finalize()) == file.hash.bytes else {
            throw BackupError.fileLost(tenant, file.hash.description, "has other content")
        }
    }
}

/// What a backup holds.
public struct BackupSummary: Sendable, Hashable {
    /// Whether the embedded database is in it.
    public let hasDatabase: Bool
    /// How many files are in it.
    public let files: Int64
    /// The fingerprint of the master key that it needs.
    public let masterKey: String
    /// When it began.
    public let createdAt: Instant

    init(_ manifest: BackupManifest) {
        hasDatabase = !manifest.databaseHash.isEmpty
        (files, masterKey, createdAt) = (manifest.files, manifest.masterKey, manifest.createdAt)
    }
}
