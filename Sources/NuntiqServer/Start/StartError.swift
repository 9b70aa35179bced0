public import NuntiqModel
import NuntiqStore

/// Why a process does not start; each is one clear line for who started it.
public enum StartError: UserFacingError, Hashable {
    /// The data folder cannot be made or written.
    case dataFolderUnusable(path: String)
    /// Another `serve` runs on the data folder.
    case dataFolderInUse(path: String, by: String)
    /// The database cannot be reached or opened.
    case databaseUnreachable(place: String, reason: String)
    /// The schema is not one that this program can work with.
    case schemaUnusable(reason: String)
    /// The files' place cannot be used.
    case filesUnusable(reason: String)
    /// Nothing can listen at the address.
    case addressUnusable(address: String, reason: String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .dataFolderUnusable: "data_folder_unusable"
        case .dataFolderInUse: "data_folder_in_use"
        case .databaseUnreachable: "database_unreachable"
        case .schemaUnusable: "schema_unusable"
        case .filesUnusable: "files_unusable"
        case .addressUnusable: "address_unusable"
        }
    }

    /// What cannot be had.
    public var message: String {
        switch self {
        case .dataFolderUnusable(let path): "The data folder \(path) cannot be made or written."
        case .dataFolderInUse(let path, let holder): "Another serve\(holder) runs on the data folder \(path)."
        case .databaseUnreachable(let place, let reason): "The database \(place) cannot be opened: \(reason)."
        case .schemaUnusable(let reason): reason
        case .filesUnusable(let reason): "The files cannot be used: \(reason)"
        case .addressUnusable(let address, let reason): "Cannot listen at \(address): \(reason)."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .dataFolderUnusable: "Make it writable, or name another with --data."
        case .dataFolderInUse: "Stop it first, or name another folder with --data."
        case .databaseUnreachable: "Check that it runs and may be reached with these credentials."
        case .schemaUnusable, .filesUnusable: ""
        case .addressUnusable: "Stop what listens there, or choose with --port and --host."
        }
    }

    /// What to tell in place of an engine's error; an error made for people stays.
    static func made(of error: any Error, _ settings: Settings) -> any Error {
        switch error {
        case let error as any UserFacingError: error
        case let error as MigrationError: StartError.schemaUnusable(reason: error.description)
        case StoreError.unavailable(let reason):
            StartError.databaseUnreachable(place: settings.shownDatabase, reason: trimmed(reason))
        case BlobError.unavailable(let reason), BlobError.misconfigured(let reason):
            StartError.filesUnusable(reason: reason)
        default: error
        }
    }

    private static func trimmed(_ reason: String) -> String {
        reason.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingSuffix(".")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

extension Settings {
    /// The database's place, without secrets.
    var shownDatabase: String {
        switch database {
        case .embedded: "in \(data)"
        case .postgres(let url): withoutSecrets(url)
        }
    }
}
