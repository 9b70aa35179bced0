/// Where an installation's rows are: a data folder, or a PostgreSQL server.
public enum DatabaseLocation: Sendable, Hashable {
    /// SQLite in this folder.
    case folder(String)
    /// PostgreSQL at this URL.
    case postgres(url: String)

    /// What the settings say: a URL if there is one, else the data folder.
    ///
    /// `nil` when the URL is not `postgres://…` or `postgresql://…`.
    public init?(databaseURL: String?, dataFolder: String) {
        guard let databaseURL, !databaseURL.isEmpty else {
            self = .folder(dataFolder)
            return
        }
        guard ["postgres://", "postgresql://"].contains(where: databaseURL.hasPrefix) else { return nil }
        self = .postgres(url: databaseURL)
    }

    /// Opens the database; its schema is brought up to date by ``Migrator``.
    /// - Throws: ``StoreError/unavailable(reason:)`` when it cannot be opened.
    public func open(environment: RuntimeEnvironment) async throws -> any Database {
        switch self {
        case .folder(let folder): try SQLiteDatabase.open(folder: folder, environment: environment)
        case .postgres(let url): try await PostgresDatabase.open(url: url, environment: environment)
        }
    }
}
