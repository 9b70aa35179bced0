import NuntiqModel

/// Cuts the values of secrets out of what is logged, also where they stand encoded.
struct SecretMask: Sendable {
    /// A value shorter than this is no secret but a word that would cut every log to pieces.
    static let lengthMin = 4

    private let needles: [String]

    init(_ secrets: JSONObject, _ more: [String]) {
        let texts = Self.texts(.object(secrets)) + more
        needles = Set(texts.filter { $0.utf8.count >= Self.lengthMin }.flatMap(Self.forms)).sorted {
            ($1.utf8.count, $0) < ($0.utf8.count, $1)
        }
    }

    /// `text` with `***` in the place of each secret.
    func masked(_ text: String) -> String {
        needles.reduce(text) {
            $0.contains($1) ? $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "***") : $0
        }
    }

    private static func texts(_ value: JSONValue) -> [String] {
        if let string = value.string { return [string] }
        if let array = value.array { return array.flatMap(texts) }
        return value.object?.members.flatMap { texts($0.value) } ?? []
    }

    private static func forms(of secret: String) -> [String] {
        let json = JSONValue.string(secret).serialized().dropFirst().dropLast()
        return [secret, escaped(secret), String(json), Base64.encode(Array(secret.utf8))]
    }
}

/// Base64 of RFC 4648, section 4, without its padding, which differs with what follows.
enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < group.count ? group[$1] : 0) }
            text += (0...group.count).map { digits[Int(bits >> UInt32(18 - 6 * $0) & 63)] }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
