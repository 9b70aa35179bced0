/// A form with files, as `multipart/form-data` (RFC 7578).
struct MultipartForm: Sendable {
    /// A file is no larger than this.
    static let fileBytesMax = 50 << 20
    /// A form holds no more files than this.
    static let filesMax = 20

    let contentType: String
    let bytes: [UInt8]

    init(fields: [(name: String, value: String?)], files: [FileContent], part: String, boundary: String) {
        contentType = "multipart/form-data; boundary=\(boundary)"
        var bytes: [UInt8] = []
        for (name, value) in fields {
            guard let value else { continue }
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.quoted(name))\"\r\n\r\n".utf8
            bytes += "\(value)\r\n".utf8
        }
        for file in files {
            let names = "name=\"\(Self.quoted(part))\"; filename=\"\(Self.quoted(file.name))\""
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; \(names)\r\n".utf8
            bytes += "Content-Type: \(file.contentType.filter { $0.isASCII && !$0.isNewline })\r\n\r\n".utf8
            bytes += file.bytes
            bytes += "\r\n".utf8
        }
        self.bytes = bytes + "--\(boundary)--\r\n".utf8
    }

    /// A name in quotes, escaped as browsers do.
    private static func quoted(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case "\"": result += "%22"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

/// A file to upload or to attach.
public struct FileContent: Sendable, Hashable {
    /// Its name; the ending tells its type where none is said.
    public let name: String
    /// What is in it, 1 byte to 50 MB.
    public let bytes: [UInt8]
    /// Its media type.
    public let contentType: String

    private static let types = [
        "pdf": "application/pdf", "xml": "application/xml", "png": "image/png", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "tif": "image/tiff", "tiff": "image/tiff", "zip": "application/zip",
        "eml": "message/rfc822", "csv": "text/csv", "txt": "text/plain",
    ]

    /// Takes a file.
    ///
    /// - Throws: ``ArgumentError`` when it has no name, is empty or too large.
    public init(name: String, bytes: [UInt8], contentType: String? = nil) throws(ArgumentError) {
        guard !name.isEmpty else { throw .unusable(name: "name", reason: "is missing") }
        try ArgumentError.check("bytes of \(name)", bytes.count, within: 1...MultipartForm.fileBytesMax)
        self.name = name
        self.bytes = bytes
        let ending = name.split(separator: ".").last?.lowercased() ?? ""
        self.contentType = contentType ?? Self.types[ending] ?? "application/octet-stream"
    }
}
