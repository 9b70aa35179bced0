public import NuntiqModel

/// Why there is no backup, or no restore.
public enum BackupError: UserFacingError, Hashable {
    /// A file that a row names is not what it was.
    case fileLost(TenantID, String, String)
    /// The data folder has a database already.
    case folderTaken(String)
    /// The master key that is there opens nothing in this backup.
    case otherKey(path: String, needed: String, found: String)
    /// The backup has no database in it, and an embedded one is asked for; or the other way round.
    case otherDatabase(isEmbedded: Bool)

    /// The stable machine code.
    public var code: String {
        switch self {
        case .fileLost: "file_missing"
        case .folderTaken: "data_folder_taken"
        case .otherKey: "secret_of_other_installation"
        case .otherDatabase: "backup_of_other_database"
        }
    }

    /// What is wrong.
    public var message: String {
        switch self {
        case .fileLost(let tenant, let hash, let fault): "The file \(hash) of tenant \(tenant.rawValue) \(fault)."
        case .folderTaken(let folder): "There is a database in \(folder) already."
        case .otherKey(let path, let needed, let found):
            "This backup needs the master key \(needed), but \(path) holds \(found)."
        case .otherDatabase(let isEmbedded):
            isEmbedded
                ? "This backup holds files only; its rows are in a PostgreSQL dump."
                : "This backup holds an embedded database, but PostgreSQL is set."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .fileLost: "nuntiq doctor --deep names all such files; put them back from an earlier backup."
        case .folderTaken: "Name an empty folder by --data."
        case .otherKey: "Put the key of the backed-up installation there, or name it by --secret-file."
        case .otherDatabase(let isEmbedded):
            isEmbedded ? "Restore the dump, and name it by --database-url." : "Leave NUNTIQ_DATABASE_URL out."
        }
    }
}
