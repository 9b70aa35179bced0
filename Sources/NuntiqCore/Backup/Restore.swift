import Foundation
import NuntiqModel
public import NuntiqStore

/// Puts a backup into an empty installation; every byte is read and compared before it counts.
public struct Restore: Sendable {
    private let blobs: any BlobStore

    /// Restores files into a store.
    public init(blobs: any BlobStore) {
        self.blobs = blobs
    }

    /// What a backup holds, without restoring anything.
    ///
    /// - Throws: ``ArchiveError`` when it is not whole.
    public static func summary(of path: String) throws -> BackupSummary {
        let archive = try TarReader(path)
        while let entry = try archive.next() {
            if entry.name == BackupManifest.name { return BackupSummary(try manifest(in: archive, path)) }
        }
        throw ArchiveError.damaged(path, reason: "its manifest is missing")
    }

    /// Restores the archive `path`; its database goes into `dataFolder`, which has none.
    ///
    /// The database appears under its name last, when everything else is there.
    /// - Throws: ``ArchiveError``, ``BackupError``, errors of the file store; then the folder has no database.
    public func run(
        from path: String, dataFolder: String?, progress: @Sendable (String) -> Void = { _ in }
    ) async throws -> BackupSummary {
        let target = dataFolder.map { "\($0)/\(SQLiteDatabase.fileName)" }
        if let target, let dataFolder, FileManager.default.fileExists(atPath: target) {
            throw BackupError.folderTaken(dataFolder)
        }
        let archive = try TarReader(path)
        var hash = ""
        var files: Int64 = 0
        while let entry = try archive.next() {
            if entry.name == SQLiteDatabase.fileName {
                guard let target else { throw BackupError.otherDatabase(isEmbedded: false) }
                progress("Restoring the database …")
                hash = try TarFile.extract(from: archive, to: "\(target).restoring")
            } else if let (tenant, name) = BackupName.parse(entry.name) {
                try await restoreFile(name, of: tenant, from: archive, path)
                files += 1
                if files.isMultiple(of: 500) { progress("\(files) files …") }
            } else if entry.name == BackupManifest.name {
                let manifest = try Self.manifest(in: archive, path)
                try check(manifest, hash, files, path, isEmbedded: target != nil)
                if let target {
                    try FileManager.default.moveItem(atPath: "\(target).restoring", toPath: target)
                }
                return BackupSummary(manifest)
            } else {
                throw ArchiveError.damaged(path, reason: "it holds a file \(entry.name)")
            }
        }
        throw ArchiveError.damaged(path, reason: "its manifest is missing")
    }

    private func check(
        _ manifest: BackupManifest, _ hash: String, _ files: Int64, _ path: String, isEmbedded: Bool
    ) throws {
        if isEmbedded, manifest.databaseHash.isEmpty { throw BackupError.otherDatabase(isEmbedded: true) }
        guard manifest.databaseHash == hash else {
            throw ArchiveError.damaged(path, reason: "its database has other content")
        }
        guard manifest.files == files else {
            throw ArchiveError.damaged(path, reason: "it holds \(files) of \(manifest.files) files")
        }
    }

    private func restoreFile(_ name: String, of tenant: TenantID, from archive: TarReader, _ path: String) async throws
    {
        let writer = try await blobs.begin(tenant)
        do {
            while let chunk = try archive.read(atMost: 1 << 18) { try await writer.append(Array(chunk)) }
        } catch {
            await writer.abandon()
            throw error
        }
        let reference = try await writer.finish()
        guard reference.hash.description == name else {
            throw ArchiveError.damaged(path, reason: "the file \(name) has other content")
        }
    }

    private static func manifest(in archive: TarReader, _ path: String) throws -> BackupManifest {
        var bytes: [UInt8] = []
        while let chunk = try archive.read(atMost: 1 << 16), bytes.count < 1 << 16 { bytes += chunk }
        guard let manifest = BackupManifest(bytes) else {
            throw ArchiveError.damaged(path, reason: "its manifest is of another format")
        }
        return manifest
    }
}
