import Glibc
import NIOCore
public import NuntiqModel

/// Why a node does not start.
public enum ServeError: UserFacingError, Hashable {
    /// Another `serve` has the data folder.
    case dataFolderInUse(String)
    /// The data folder cannot be written.
    case dataFolderUnusable(String, reason: String)
    /// Somebody listens there already, or may not.
    case cannotListen(host: String, port: Int, reason: String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .dataFolderInUse: "data_folder_in_use"
        case .dataFolderUnusable: "data_folder_unusable"
        case .cannotListen: "cannot_listen"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .dataFolderInUse(let folder): "Another nuntiq serve uses the data folder \(folder)."
        case .dataFolderUnusable(let folder, let reason): "The data folder \(folder) cannot be used: \(reason)."
        case .cannotListen(let host, let port, let reason): "Cannot listen at \(host), port \(port): \(reason)."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .dataFolderInUse: "Stop it, name another folder by --data, or use PostgreSQL (NUNTIQ_DATABASE_URL)."
        case .dataFolderUnusable: "Give it to the user that runs nuntiq, or name another by --data."
        case .cannotListen: "Choose another port by --port."
        }
    }
}

extension ServeError {
    /// What a failed attempt to listen means; `nil` for any other error.
    public init?(_ error: any Error, _ settings: Settings) {
        guard let error = error as? IOError else { return nil }
        let reason = String(cString: strerror(error.errnoCode))
        self = .cannotListen(host: settings.host, port: settings.port, reason: reason)
    }
}
