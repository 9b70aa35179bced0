import Crypto

/// 32 bytes kept outside the database and its backups; they wrap the installation's ``RootSecret``.
struct MasterKey: Sendable, Hashable {
    static let byteCount = 32

    let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Takes 64 hexadecimal digits or base64 of 32 bytes (padding and the URL-safe alphabet as they come).
    init?(text: some StringProtocol) {
        let letters = text.utf8.filter { !" \t\r\n".utf8.contains($0) }
        guard let bytes = Hexadecimal.decode(letters) ?? Base64Key.decode(letters) else { return nil }
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// Names the key without telling anything about it; twelve hexadecimal digits.
    var fingerprint: String {
        derivedKey(bytes, "fingerprint").withUnsafeBytes { Hexadecimal.encode($0.prefix(6)) }
    }

    /// As a line of a key file.
    var text: String {
        Hexadecimal.encode(bytes)
    }

    /// `root` for the database; only this key opens it again.
    func wrap(_ root: [UInt8], nonce: [UInt8]) throws -> [UInt8] {
        try seal(root, by: wrapping, Self.purpose, nonce)
    }

    /// The root secret that ``wrap(_:nonce:)`` was given.
    func unwrap(_ wrapped: [UInt8]) throws(SecretsError) -> [UInt8] {
        try unseal(wrapped, by: wrapping, Self.purpose)
    }

    private static let purpose = "root"

    private var wrapping: SymmetricKey {
        derivedKey(bytes, "wrapping 1")
    }
}
