import Foundation
public import NuntiqCore
public import NuntiqStore

extension Settings {
    /// The data folder when the embedded database is in it; `nil` with PostgreSQL.
    public var embeddedFolder: String? {
        switch database {
        case .embedded: data
        case .postgres: nil
        }
    }

    /// Refuses to restore what the master key that is in place would not open; makes no key.
    ///
    /// - Throws: ``BackupError/otherKey(path:needed:found:)``, ``SecretsError``.
    public func checkKey(for backup: BackupSummary) throws {
        let found =
            FileManager.default.fileExists(atPath: secretFile)
            ? try MasterKeyFile.read(secretFile).fingerprints : ["nothing"]
        guard !found.contains(backup.masterKey) else { return }
        throw BackupError.otherKey(
            path: secretFile, needed: backup.masterKey, found: found.joined(separator: ", "))
    }

    /// Opens the file store alone, for as long as `body` runs; makes the data folder.
    public func withBlobs<Value>(_ body: (any BlobStore) async throws -> Value) async throws -> Value {
        try makeDataFolder()
        let blobs = try await openBlobs(environment: .live(ClockOffset()))
        do {
            let value = try await body(blobs)
            try await blobs.close()
            return value
        } catch {
            try? await blobs.close()  // the first error is the one to tell
            throw error
        }
    }
}
