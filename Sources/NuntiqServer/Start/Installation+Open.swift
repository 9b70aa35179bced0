import Foundation
import Logging
import NuntiqCore
public import NuntiqStore

extension Installation {
    /// Opens what the settings name, with the schema of this program.
    ///
    /// Makes the data folder and the master key at the first start. `variables` are the environment's, for what others
    /// name there (the bucket's credentials).
    /// - Throws: ``StartError``, ``/NuntiqCore/SecretsError``.
    public static func open(_ settings: Settings, variables: [String: String]) async throws -> Installation {
        let offset = ClockOffset()
        let environment = RuntimeEnvironment.live(offset)
        try makeFolder(settings.data)
        let secrets = try Secrets.open(file: settings.secretFile, random: environment.random)
        let database = try await openDatabase(settings, environment)
        do {
            try await secrets.check(in: database)
            try await settle(offset, settings, in: database)
            return Installation(
                database: database, blobs: try await openBlobs(settings, variables, environment), secrets: secrets,
                environment: environment, clockOffset: settings.mode == .development ? offset : nil)
        } catch {
            await database.close()
            throw StartError.made(of: error, settings)
        }
    }

    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StartError.dataFolderUnusable(path: path)
        }
    }

    private static func openDatabase(
        _ settings: Settings, _ environment: RuntimeEnvironment
    ) async throws -> any Database {
        do {
            let database = try await settings.location.open(environment: environment)
            do {
                try await Migrator(database: database).migrate()
                return database
            } catch {
                await database.close()
                throw error
            }
        } catch {
            throw StartError.made(of: error, settings)
        }
    }

    private static func openBlobs(
        _ settings: Settings, _ variables: [String: String], _ environment: RuntimeEnvironment
    ) async throws -> any BlobStore {
        let url: String =
            switch settings.blobs {
            case .folder: ""
            case .bucket(let url): url
            }
        return try await BlobLocation(url: url, dataFolder: settings.data, variables: variables)
            .open(environment: environment)
    }

    /// A named offset holds for all nodes from now on; without one the stored one does, and production has none.
    private static func settle(_ offset: ClockOffset, _ settings: Settings, in database: any Database) async throws {
        guard settings.mode == .development else { return }
        if let wanted = settings.clockOffset {
            try await offset.store(wanted, in: database)
        } else {
            try await offset.load(from: database)
        }
    }
}

extension Settings {
    /// Where the rows are.
    public var location: DatabaseLocation {
        switch database {
        case .embedded: .folder(data)
        case .postgres(let url): .postgres(url: url)
        }
    }
}
