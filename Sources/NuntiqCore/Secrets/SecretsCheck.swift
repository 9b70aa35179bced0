public import NuntiqStore

extension Secrets {
    /// Remembers the key's fingerprint at the first start, and refuses another key at each later one.
    ///
    /// A node with another master key would find no caller's key and could open no sealed secret.
    public func check(in database: any Database) async throws {
        let fingerprint = fingerprint
        let stored = try await database.write { tx in
            try tx.query(
                """
                INSERT INTO installation (name, value) VALUES ('master_key', ?)
                ON CONFLICT (name) DO UPDATE SET value = installation.value
                RETURNING value
                """,
                [fingerprint]
            ).first?.text(0)
        }
        guard let stored, stored != fingerprint else { return }
        throw SecretsError.otherInstallation(path: path, expected: stored, found: fingerprint)
    }
}
