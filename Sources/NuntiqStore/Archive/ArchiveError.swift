public import NuntiqModel

/// Why a backup cannot be written or read.
public enum ArchiveError: UserFacingError, Hashable {
    /// There is a file of that name.
    case taken(String)
    /// The disk is full, or the folder is not ours.
    case unwritable(String, reason: String)
    /// There is no such file, or it is not ours.
    case unreadable(String, reason: String)
    /// It is no backup, or not all of one.
    case damaged(String, reason: String)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .taken: "backup_exists"
        case .unwritable: "backup_unwritable"
        case .unreadable: "backup_unreadable"
        case .damaged: "backup_damaged"
        }
    }

    /// What is wrong with which file.
    public var message: String {
        switch self {
        case .taken(let path): "There is a file \(path) already."
        case .unwritable(let path, let reason): "The backup \(path) cannot be written: \(reason)."
        case .unreadable(let path, let reason): "The backup \(path) cannot be read: \(reason)."
        case .damaged(let path, let reason): "The backup \(path) is damaged: \(reason)."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .taken: "Name another file; backups are never written over."
        case .unwritable: "Make room, or name a file in another folder."
        case .unreadable: "Check the name, and who may read it."
        case .damaged: "Use an earlier backup; nothing was changed."
        }
    }
}
