import Foundation
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
        // Without padding, which differs with what follows.
        let base64 = Data(secret.utf8).base64EncodedString().prefix { $0 != "=" }
        return [secret, escaped(secret), String(json), String(base64)]
    }
}
