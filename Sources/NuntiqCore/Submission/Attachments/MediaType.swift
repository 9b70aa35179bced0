internal import NuntiqModel

/// What a file is said to be.
enum MediaType {
    /// By its content where that tells, else as sent, else unknown bytes.
    static func kept(of kind: FileKind?, sent: String?) -> String {
        kind?.mediaType ?? sent.flatMap(plain) ?? "application/octet-stream"
    }

    /// A media type without parameters, in lower case; `nil` for anything else.
    private static func plain(_ text: String) -> String? {
        let type = trimmed(String(text.prefix { $0 != ";" })).lowercased()
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, type.utf8.count <= 100, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        let isToken = type.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "/+-._".utf8.contains(byte)
        }
        return isToken ? type : nil
    }
}
