import Crypto

/// The key for one `purpose`, derived from 32 bytes that are themselves no key of any cipher (HKDF-SHA-256).
func derivedKey(_ bytes: [UInt8], _ purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
        inputKeyMaterial: SymmetricKey(data: bytes), info: Array("nuntiq \(purpose)".utf8), outputByteCount: 32)
}

/// AES-256-GCM of `plain`, bound to `purpose`: nonce, ciphertext, tag.
func seal(_ plain: [UInt8], by key: SymmetricKey, _ purpose: String, _ nonce: [UInt8]) throws -> [UInt8] {
    let box = try AES.GCM.seal(
        plain, using: key, nonce: AES.GCM.Nonce(data: nonce), authenticating: Array(purpose.utf8))
    return nonce + box.ciphertext + box.tag
}

/// What ``seal(_:by:_:_:)`` was given, with the same key and purpose.
func unseal(_ sealed: [UInt8], by key: SymmetricKey, _ purpose: String) throws(SecretsError) -> [UInt8] {
    do {
        let box = try AES.GCM.SealedBox(combined: sealed)
        return try Array(AES.GCM.open(box, using: key, authenticating: Array(purpose.utf8)))
    } catch {
        throw .unopenable
    }
}
