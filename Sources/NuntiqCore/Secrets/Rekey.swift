public import NuntiqStore

/// Changes the master key of an installation, also beside working nodes.
///
/// Only the wrapping of the root secret changes, in one row: credentials, leases and sealed values stay as they are,
/// and nodes that run keep the root secret in memory. The file first holds both keys, then the database takes the
/// new one, then the file loses the old one: a crash in between leaves a file that opens the database, and the
/// next call goes on where it stopped.
public struct Rekey: Sendable {
    private let database: any Database
    private let environment: RuntimeEnvironment
    private let path: String

    /// On the installation in `database` whose master key is in the file at `path`.
    public init(database: any Database, environment: RuntimeEnvironment, path: String) {
        self.database = database
        self.environment = environment
        self.path = path
    }

    /// Puts a new key before the one in force, without using it: the file is then copied to every node.
    ///
    /// A file that already has one keeps it.
    public func stage() async throws -> RekeyOutcome {
        let (file, root) = try await opened()
        let staged = try withNewKey(file, root)
        return RekeyOutcome(
            fingerprint: staged.newest.fingerprint, previous: root.fingerprint, retired: [], isAdopted: false)
    }

    /// Adopts the file's newest key, a fresh one where none waits, and takes the others out of the file.
    ///
    /// - Throws: ``SecretsError/rekeyedMeanwhile`` when another call was first; nothing has changed then.
    public func run() async throws -> RekeyOutcome {
        let (file, root) = try await opened()
        if file.newest.fingerprint == root.fingerprint, file.keys.count > 1 {
            return try retire(file, previous: file.keys[1].fingerprint)
        }
        let staged = try withNewKey(file, root)
        let renewed = try RootSecret(
            root.opened(by: staged), under: staged.newest, nonce: environment.random(12))
        let isFirst = try await database.write { tx in try RootSecretRepository(tx).replace(root, by: renewed) }
        guard isFirst else { throw SecretsError.rekeyedMeanwhile }
        return try retire(staged, previous: root.fingerprint)
    }

    private func opened() async throws -> (MasterKeyFile, RootSecret) {
        let file = try MasterKeyFile.read(path)
        let root = try await file.root(in: database, environment: environment)
        _ = try root.opened(by: file)
        return (file, root)
    }

    private func withNewKey(_ file: MasterKeyFile, _ root: RootSecret) throws(SecretsError) -> MasterKeyFile {
        guard file.newest.fingerprint == root.fingerprint else { return file }
        let fresh = MasterKey(bytes: environment.random(MasterKey.byteCount))
        return try file.replaced(by: [fresh] + file.keys, random: environment.random)
    }

    private func retire(_ file: MasterKeyFile, previous: String) throws(SecretsError) -> RekeyOutcome {
        var places: [String] = []
        for key in file.keys.dropFirst() { places.append(try file.retire(key)) }
        let left = try file.replaced(by: [file.newest], random: environment.random)
        return RekeyOutcome(
            fingerprint: left.newest.fingerprint, previous: previous, retired: places, isAdopted: true)
    }
}

/// What a ``Rekey`` did.
public struct RekeyOutcome: Sendable {
    /// Names the new master key.
    public let fingerprint: String
    /// Names the master key that backups made until now need.
    public let previous: String
    /// The files that keep the old keys, until no backup needs them.
    public let retired: [String]
    /// Whether the database takes the new key from now on.
    public let isAdopted: Bool
}
