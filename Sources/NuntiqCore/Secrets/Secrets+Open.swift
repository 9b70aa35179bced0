public import NuntiqStore

extension Secrets {
    /// The secrets of the installation in `database`, opened by the master key in the file at `path`.
    ///
    /// At the first start both are made: the file with mode 0600, and in the database a root secret that only this
    /// master key opens. A file without the key that opens it is refused: such a node would find no caller's key.
    public static func open(
        file path: String, in database: any Database, environment: RuntimeEnvironment
    ) async throws -> Secrets {
        let file = try MasterKeyFile.open(path, random: environment.random)
        let root = try await file.root(in: database, environment: environment)
        return Secrets(root: try root.opened(by: file), fingerprint: root.fingerprint, path: path)
    }
}

extension MasterKeyFile {
    /// The stored root secret; made at the first start.
    ///
    /// An installation from before root secrets derived all from its master key, which so becomes its root secret.
    func root(in database: any Database, environment: RuntimeEnvironment) async throws -> RootSecret {
        let stored = try await database.read { tx in try RootSecretRepository(tx).stored() }
        if let fingerprint = stored.fingerprint, let wrapped = stored.wrapped {
            return RootSecret(fingerprint: fingerprint, wrapped: wrapped)
        }
        let key = try key(named: stored.fingerprint)
        let bytes = stored.fingerprint == nil ? environment.random(MasterKey.byteCount) : key.bytes
        let root = try RootSecret(bytes, under: key, nonce: environment.random(12))
        return try await database.write { tx in try RootSecretRepository(tx).begin(with: root) }
    }

    private func key(named fingerprint: String?) throws(SecretsError) -> MasterKey {
        guard let fingerprint else { return newest }
        guard let key = keys.first(where: { $0.fingerprint == fingerprint }) else {
            throw .otherInstallation(path: path, expected: fingerprint, found: newest.fingerprint)
        }
        return key
    }
}
