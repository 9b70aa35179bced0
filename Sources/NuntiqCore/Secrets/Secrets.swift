import Crypto

/// The secrets of an installation, each derived from its root secret for one purpose (HKDF-SHA-256).
public struct Secrets: Sendable {
    /// The version of the pepper with which new hashes are made; kept beside each hash.
    public let pepperVersion: Int64 = 1
    /// Names the master key without telling anything about it; twelve hexadecimal digits.
    public let fingerprint: String
    /// The file of the master key, for messages.
    public let path: String

    private let pepper: SymmetricKey
    private let lease: SymmetricKey
    private let encryption: SymmetricKey
    private let replay: SymmetricKey
    private let form: SymmetricKey

    /// Derives all from 32 bytes, as tests do; programs call ``open(file:in:environment:)``.
    public init(masterKey: [UInt8], path: String = "") {
        self.init(root: masterKey, fingerprint: MasterKey(bytes: masterKey).fingerprint, path: path)
    }

    init(root: [UInt8], fingerprint: String, path: String) {
        self.path = path
        self.fingerprint = fingerprint
        pepper = derivedKey(root, "pepper 1")
        lease = derivedKey(root, "lease 1")
        encryption = derivedKey(root, "encryption 1")
        replay = derivedKey(root, "replay 1")
        form = derivedKey(root, "form 1")
    }

    /// What is stored of a credential: its HMAC-SHA-256 under the pepper, 32 bytes.
    ///
    /// The same credential gives the same bytes, so they are looked up by an index; nothing leads back from them.
    public func hash(_ credential: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(credential.utf8), using: pepper))
    }

    /// The MAC of a lease's identity, 32 bytes; whoever holds a lease token proves with it that we gave it.
    public func leaseMAC(_ identity: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: identity, using: lease))
    }

    /// The MAC by which a page's form is known as ours, 32 bytes.
    public func formMAC(_ identity: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: identity, using: form))
    }

    /// Encrypts and authenticates `plain` (AES-256-GCM): nonce, ciphertext, tag.
    ///
    /// `nonce` are 12 bytes never used before, from the environment; `purpose` must be the same at
    /// ``unseal(_:purpose:)``, so that what was sealed for one column opens in no other.
    public func seal(_ plain: [UInt8], purpose: String, nonce: [UInt8]) throws -> [UInt8] {
        try NuntiqCore.seal(plain, by: encryption, purpose, nonce)
    }

    /// The bytes that ``seal(_:purpose:nonce:)`` was given.
    public func unseal(_ sealed: [UInt8], purpose: String) throws(SecretsError) -> [UInt8] {
        try NuntiqCore.unseal(sealed, by: encryption, purpose)
    }

    /// Seals `plain` for whoever shows `credential` again.
    ///
    /// The key comes from the credential and from the master key, and is stored nowhere: database and master key
    /// together do not open it.
    public func seal(_ plain: [UInt8], for credential: String, purpose: String, nonce: [UInt8]) throws -> [UInt8] {
        try NuntiqCore.seal(plain, by: key(of: credential), purpose, nonce)
    }

    /// The bytes that were sealed for whoever shows `credential`.
    public func unseal(_ sealed: [UInt8], for credential: String, purpose: String) throws(SecretsError) -> [UInt8] {
        try NuntiqCore.unseal(sealed, by: key(of: credential), purpose)
    }

    private func key(of credential: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: Array(credential.utf8)), salt: replay.withUnsafeBytes(Array.init),
            info: Array("nuntiq credential 1".utf8), outputByteCount: 32)
    }
}
