import CryptoExtras
import Foundation
import NuntiqModel

/// What is stored of a password: cost, salt and scrypt hash, in one text.
public struct PasswordHash: Sendable, Hashable {
    /// How hard it is to try a password.
    public struct Cost: Sendable, Hashable {
        /// The base-2 logarithm of scrypt's N, from 4 to 16.
        public let logarithm: Int
        /// Scrypt's p.
        public let lanes: Int

        /// Makes a cost; values outside 4…16 and 1…16 are brought inside.
        public init(logarithm: Int, lanes: Int = 3) {
            self.logarithm = min(max(logarithm, 4), 16)
            self.lanes = min(max(lanes, 1), 16)
        }

        /// 32 MB of memory and three lanes, which is as hard as 128 MB and one.
        ///
        /// - Source: OWASP Password Storage Cheat Sheet, "scrypt" (N=2^15, r=8, p=3).
        public static let standard = Cost(logarithm: 15)
    }

    /// The cost.
    public let cost: Cost
    let salt: [UInt8]
    let hash: [UInt8]

    /// `scrypt$15$3$<salt>$<hash>`, in hexadecimal digits.
    public var text: String {
        "scrypt$\(cost.logarithm)$\(cost.lanes)$\(Hexadecimal.encode(salt))$\(Hexadecimal.encode(hash))"
    }

    /// Reads what ``text`` wrote; `nil` for anything else.
    init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "scrypt", let logarithm = Int(parts[1]), let lanes = Int(parts[2]),
            let salt = Hexadecimal.decode(Array(parts[3].utf8)), let hash = Hexadecimal.decode(Array(parts[4].utf8))
        else { return nil }
        cost = Cost(logarithm: logarithm, lanes: lanes)
        (self.salt, self.hash) = (salt, hash)
    }

    /// Hashes; takes as long as the cost says, so never on the cooperative pool.
    init(_ password: String, salt: [UInt8], cost: Cost) throws {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(normalized(password).utf8), salt: salt, outputByteCount: 32, rounds: 1 << cost.logarithm,
            blockSize: 8, parallelism: cost.lanes)
        self.cost = cost
        self.salt = salt
        hash = key.withUnsafeBytes(Array.init)
    }

    /// Whether it is the hash of that password; takes the same time for any.
    func matches(_ password: String) throws -> Bool {
        let other = try PasswordHash(password, salt: salt, cost: cost).hash
        guard other.count == hash.count else { return false }
        return zip(other, hash).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
