internal import Crypto
internal import NuntiqModel

/// What two bodies are compared by: a hash of each top-level part, and one of them all.
///
/// Equal are bodies whose parsed JSON is equal: the order of keys and spacing count for nothing, numbers count by
/// value, attachments by the hash of their content.
struct BodyHash: Sendable, Hashable {
    /// The hash of each top-level part, in hexadecimal, in the order of the keys' bytes.
    let parts: [(key: String, hash: String)]
    /// The hash of the whole.
    let whole: [UInt8]

    /// Hashes what was received.
    init(of submission: ReceivedSubmission) {
        let members = submission.described.members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let digests = members.map { ($0.key, Array(SHA256.hash(data: $0.value.canonicalBytes()))) }
        var whole = SHA256()
        for (key, digest) in digests {
            whole.update(data: Array(SHA256.hash(data: Array(key.utf8))))
            whole.update(data: digest)
        }
        parts = digests.map { ($0, $1.map(Self.hexadecimal).joined()) }
        self.whole = Array(whole.finalize())
    }

    /// The top-level keys whose parts are not those of `first`, by key.
    func keysThatDiffer(from first: JSONObject) -> [String] {
        let own = Dictionary(parts.map { ($0.key, $0.hash) }, uniquingKeysWith: { first, _ in first })
        return Set(own.keys).union(first.keys).filter { first[$0]?.string != own[$0] }.sorted()
    }

    /// The parts as they are kept.
    var partsJSON: JSONValue {
        .object(JSONObject(distinct: parts.map { JSONObject.Member(key: $0.key, value: .string($0.hash)) }))
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }

    static func == (left: BodyHash, right: BodyHash) -> Bool {
        left.whole == right.whole
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(whole)
    }
}
