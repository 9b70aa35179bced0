import NuntiqModel
import NuntiqStore

/// The 32 bytes of which all secrets of an installation are derived, as the database keeps them: wrapped.
struct RootSecret: Sendable, Equatable {
    /// Names the master key that opens it.
    let fingerprint: String
    let wrapped: [UInt8]

    init(fingerprint: String, wrapped: [UInt8]) {
        self.fingerprint = fingerprint
        self.wrapped = wrapped
    }

    /// `root` under `key`.
    init(_ root: [UInt8], under key: MasterKey, nonce: [UInt8]) throws {
        self.init(fingerprint: key.fingerprint, wrapped: try key.wrap(root, nonce: nonce))
    }

    /// Opens it with the one key of the file that can.
    func opened(by file: MasterKeyFile) throws(SecretsError) -> [UInt8] {
        guard let key = file.keys.first(where: { $0.fingerprint == fingerprint }) else {
            throw .otherInstallation(path: file.path, expected: fingerprint, found: file.newest.fingerprint)
        }
        return try key.unwrap(wrapped)
    }
}

/// The two values of table `installation` that are a ``RootSecret``.
struct RootSecretRepository {
    private let tx: any Transaction

    init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// What is stored; an installation from before root secrets has the fingerprint alone.
    func stored() throws -> (fingerprint: String?, wrapped: [UInt8]?) {
        let rows = try tx.query("SELECT name, value FROM installation WHERE name IN ('master_key', 'root_secret')")
        let values = try Dictionary(uniqueKeysWithValues: rows.map { try ($0.text(0), $0.text(1)) })
        return (values["master_key"], values["root_secret"].flatMap { Hexadecimal.decode(Array($0.utf8)) })
    }

    /// Stores `root` unless another start was first; answers what is stored then.
    func begin(with root: RootSecret) throws -> RootSecret {
        let fingerprint = try keep("master_key", root.fingerprint)
        let wrapped = try keep("root_secret", Hexadecimal.encode(root.wrapped))
        return RootSecret(fingerprint: fingerprint, wrapped: Hexadecimal.decode(Array(wrapped.utf8)) ?? [])
    }

    /// Replaces `old` by `new`; `false` when another rekey was first.
    func replace(_ old: RootSecret, by new: RootSecret) throws -> Bool {
        let sql = "UPDATE installation SET value = ? WHERE name = ? AND value = ? RETURNING name"
        let names = try tx.query(sql, [new.fingerprint, "master_key", old.fingerprint])
        guard !names.isEmpty else { return false }
        let before = Hexadecimal.encode(old.wrapped)
        return try !tx.query(sql, [Hexadecimal.encode(new.wrapped), "root_secret", before]).isEmpty
    }

    private func keep(_ name: String, _ value: String) throws -> String {
        let rows = try tx.query(
            """
            INSERT INTO installation (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = installation.value
            RETURNING value
            """, [name, value])
        return try rows.first?.text(0) ?? value
    }
}
