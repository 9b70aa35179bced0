import Foundation
import NuntiqCore
public import NuntiqStore

extension Installation {
    /// Opens what the settings name: secrets, rows with the schema brought up to date, files.
    ///
    /// - Throws: ``SecretsError``, ``StoreError`` or ``MigrationError``, with nothing left open.
    public static func open(_ settings: Settings) async throws -> Installation {
        let offset = ClockOffset()
        let environment = RuntimeEnvironment.live(offset)
        try settings.makeDataFolder()
        let database = try await openDatabase(settings, offset: offset)
        do {
            _ = try await Migrator(database: database).migrate()
            try await settings.apply(to: offset, in: database)
            let secrets = try await Secrets.open(
                file: settings.secretFile, in: database, environment: environment)
            return Installation(
                database: database, blobs: try await settings.openBlobs(environment: environment), secrets: secrets,
                environment: environment, clockOffset: settings.mode == .development ? offset : nil)
        } catch {
            await database.close()
            throw error
        }
    }

    /// Opens the rows alone, whatever state their schema is in.
    public static func openDatabase(_ settings: Settings, offset: ClockOffset) async throws -> any Database {
        try await settings.databaseLocation.open(environment: .live(offset))
    }
}

extension Settings {
    /// Keeps a second `serve` off the data folder; with PostgreSQL there may be any number.
    public func lockDataFolder() throws -> DataFolderLock? {
        guard case .embedded = database else { return nil }
        try makeDataFolder()
        return try DataFolderLock(folder: data)
    }

    var databaseLocation: DatabaseLocation {
        switch database {
        case .embedded: .folder(data)
        case .postgres(let url): .postgres(url: url)
        }
    }

    /// The data folder also holds the master key and files on their way, whatever the database is.
    func makeDataFolder() throws {
        do {
            try FileManager.default.createDirectory(
                atPath: data, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError.unavailable(
                reason: "the data folder \(data) cannot be made: \(error.localizedDescription)")
        }
    }

    func openBlobs(environment: RuntimeEnvironment) async throws -> any BlobStore {
        switch blobs {
        case .folder: try await FolderBlobStore.open(root: "\(data)/files", environment: environment)
        case .bucket(let url):
            try await S3BlobStore.open(
                S3Location(url: url, variables: cloudVariables), spoolFolder: "\(data)/spool", environment: environment)
        }
    }

    /// Stores the offset that was given; without one the stored offset stays.
    ///
    /// Production has none.
    fileprivate func apply(to offset: ClockOffset, in database: any Database) async throws {
        switch (mode, clockOffset) {
        case (.development, let wanted?): try await offset.store(wanted, in: database)
        case (.development, nil): try await offset.load(from: database)
        case (.production, _): break
        }
    }
}
