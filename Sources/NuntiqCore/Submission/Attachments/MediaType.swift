internal import NuntiqModel

/// What a file is said to be.
enum MediaType {
    /// By the ending of its name where the content is of a family (text, ZIP), else by its content, else as sent, else
    /// unknown bytes.
    ///
    /// The name has been held against the content before (``FileKind/agrees(_:withName:)``).
    static func kept(of kind: FileKind?, named name: String, sent: String?) -> String {
        let ending = name.lastIndex(of: ".").map { name[$0...].dropFirst().lowercased() } ?? ""
        return byEnding[ending] ?? kind?.mediaType ?? sent.flatMap(plain) ?? "application/octet-stream"
    }

    private static let byEnding = [
        "txt": "text/plain", "csv": "text/csv", "json": "application/json", "eml": "message/rfc822",
        "html": "text/html", "htm": "text/html", "md": "text/markdown",
        "zip": "application/zip",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "doc": "application/msword", "xls": "application/vnd.ms-excel", "ppt": "application/vnd.ms-powerpoint",
        "msg": "application/vnd.ms-outlook",
    ]

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
