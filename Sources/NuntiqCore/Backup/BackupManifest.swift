import NuntiqModel

/// The last file of a backup: what must have come before it.
struct BackupManifest: Sendable, Hashable {
    static let name = "manifest.json"
    static let format: Int64 = 1

    /// The SHA-256 of the embedded database in hexadecimal digits; empty where the database has its own backup.
    let databaseHash: String
    /// How many files there are.
    let files: Int64
    /// The fingerprint of the master key that opens what is sealed in it.
    let masterKey: String
    /// When the backup began.
    let createdAt: Instant

    init(databaseHash: String, files: Int64, masterKey: String, createdAt: Instant) {
        (self.databaseHash, self.files, self.masterKey, self.createdAt) = (databaseHash, files, masterKey, createdAt)
    }

    /// Reads it; `nil` for another format.
    init?(_ bytes: [UInt8]) {
        guard let json = try? JSONValue.parse(bytes), json["format"]?.number?.int == Self.format,
            let hash = json["database_sha256"]?.string, let files = json["files"]?.number?.int,
            let key = json["master_key"]?.string, let at = json["created_at"]?.string.flatMap(Instant.init)
        else { return nil }
        self.init(databaseHash: hash, files: files, masterKey: key, createdAt: at)
    }

    var json: JSONValue {
        [
            "format": .number(JSONNumber(Self.format)), "created_at": createdAt.json,
            "database_sha256": .string(databaseHash), "files": .number(JSONNumber(files)),
            "master_key": .string(masterKey),
        ]
    }
}

/// The names of the files of an installation within a backup.
enum BackupName {
    static func file(_ tenant: TenantID, _ hash: String) -> String { "files/\(tenant.rawValue)/\(hash)" }

    /// The tenant and the hash of such a name.
    static func parse(_ name: String) -> (tenant: TenantID, hash: String)? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "files", let tenant = Int64(parts[1]) else { return nil }
        return (TenantID(rawValue: tenant), String(parts[2]))
    }
}
