/// What a file is by its first bytes.
enum FileKind: Sendable, Hashable, CaseIterable {
    case pdf
    case png
    case jpeg
    case tiff
    case gif
    case bmp
    case zip
    case gzip
    case xml
    case office
    case windowsProgram
    case elfProgram

    /// How many bytes ``init(head:)`` looks at.
    static let headBytes = 1_024

    /// The kind of a file that begins with `head`; `nil` when nothing tells it.
    init?(head: [UInt8]) {
        if let signature = Self.signatures.first(where: { head.starts(with: $0.bytes) }) {
            self = signature.kind
        } else if Self.isBitmap(head) {
            self = .bmp
        } else if Self.contains(Array("%PDF-".utf8), in: head) {
            self = .pdf
        } else if Self.isXML(head) {
            self = .xml
        } else {
            return nil
        }
    }

    /// The kind that a file's name promises; `nil` where the name promises none of these.
    init?(fileName: String) {
        guard let dot = fileName.lastIndex(of: "."),
            let kind = Self.extensions[fileName[dot...].dropFirst().lowercased()]
        else { return nil }
        self = kind
    }

    /// Whether a file of this kind, by its content, may be called `fileName`.
    ///
    /// A name that promises no kind contradicts nothing, unless it promises plain text.
    static func agrees(_ content: FileKind?, withName fileName: String) -> Bool {
        if let promised = FileKind(fileName: fileName) { return content == promised }
        let ending = fileName.lastIndex(of: ".").map { fileName[$0...].dropFirst().lowercased() } ?? ""
        return !textExtensions.contains(ending) || content == nil || content == .xml
    }

    /// The media type; `nil` where the first bytes do not say enough.
    var mediaType: String? {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .tiff: "image/tiff"
        case .gif: "image/gif"
        case .bmp: "image/bmp"
        case .gzip: "application/gzip"
        case .xml: "application/xml"
        case .zip, .office, .windowsProgram, .elfProgram: nil
        }
    }

    /// What people call it.
    var name: String {
        switch self {
        case .pdf: "a PDF"
        case .png: "a PNG image"
        case .jpeg: "a JPEG image"
        case .tiff: "a TIFF image"
        case .gif: "a GIF image"
        case .bmp: "a bitmap"
        case .zip: "a ZIP archive"
        case .gzip: "a gzip archive"
        case .xml: "an XML document"
        case .office: "an old Office document"
        case .windowsProgram, .elfProgram: "a program"
        }
    }

    private static let signatures: [(kind: FileKind, bytes: [UInt8])] = [
        (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.tiff, [0x49, 0x49, 0x2A, 0x00]), (.tiff, [0x4D, 0x4D, 0x00, 0x2A]), (.gif, Array("GIF87a".utf8)),
        (.gif, Array("GIF89a".utf8)), (.zip, [0x50, 0x4B, 0x03, 0x04]), (.zip, [0x50, 0x4B, 0x05, 0x06]),
        (.gzip, [0x1F, 0x8B, 0x08]), (.office, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (.elfProgram, [0x7F, 0x45, 0x4C, 0x46]), (.windowsProgram, [0x4D, 0x5A, 0x90, 0x00]),
    ]

    private static let extensions: [String: FileKind] = [
        "pdf": .pdf, "png": .png, "jpg": .jpeg, "jpeg": .jpeg, "tif": .tiff, "tiff": .tiff, "gif": .gif, "bmp": .bmp,
        "zip": .zip, "docx": .zip, "xlsx": .zip, "pptx": .zip, "odt": .zip, "ods": .zip, "gz": .gzip, "xml": .xml,
        "doc": .office, "xls": .office, "ppt": .office, "msg": .office,
    ]

    private static let textExtensions: Set<String> = ["txt", "csv", "json", "eml", "html", "htm", "md", "edi"]

    /// Two letters begin many a text too, so the four bytes that a bitmap reserves count as well.
    private static func isBitmap(_ head: [UInt8]) -> Bool {
        head.starts(with: "BM".utf8) && head.count >= 14 && head[6..<10].allSatisfy { $0 == 0 }
    }

    /// Whether text begins with `<`, after a byte order mark and white space, in UTF-8 or UTF-16.
    private static func isXML(_ head: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE]]
        let mark = marks.first { head.starts(with: $0) } ?? []
        let first = head.dropFirst(mark.count).first { !" \t\r\n\0".utf8.contains($0) }
        return first == UInt8(ascii: "<")
    }

    private static func contains(_ needle: [UInt8], in head: [UInt8]) -> Bool {
        guard head.count >= needle.count else { return false }
        return (0...(head.count - needle.count)).contains { head[$0...].starts(with: needle) }
    }
}
