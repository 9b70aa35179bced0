import NuntiqCore
import NuntiqModel

/// A file of an invoice.
struct FileView: Sendable {
    let name: String
    let words: String
    let icon: String
    let path: String
    /// Where a browser may show it; `nil` for what is downloaded only.
    let shownPath: String?
    /// The same for an image, which stands on the page.
    let imagePath: String?
    /// How the text of a text file begins.
    let text: String?
    /// What is said of a file that has no preview, but that people read.
    let isPDF: Bool

    init(_ file: AttachmentRecord, _ invoicePath: String, text: String?) {
        name = file.fileName.isEmpty ? "file" : file.fileName
        words = "\(file.role) · \(file.kind) · \(Self.size(file.size))"
        icon = file.icon
        path = "\(invoicePath)/files/\(file.token)"
        let isShown = Self.isShown(file.contentType)
        shownPath = isShown ? "\(path)?inline=true" : nil
        imagePath = isShown && file.contentType.hasPrefix("image/") ? shownPath : nil
        self.text = text
        isPDF = file.contentType == "application/pdf"
    }

    /// Whether a browser shows such a file in a sandbox, where nothing of it runs; a PDF needs a viewer outside of one.
    static func isShown(_ contentType: String) -> Bool {
        ["image/png", "image/jpeg", "text/plain"].contains { contentType == $0 || contentType.hasPrefix("\($0);") }
    }

    /// Whether the beginning of a file stands on the page as text.
    static func isText(_ contentType: String) -> Bool {
        contentType == "text/plain" || contentType.hasPrefix("text/plain;")
    }

    private static func size(_ bytes: Int64) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) bytes"
        case ..<1_000_000: "\(bytes / 1_000) kB"
        default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        }
    }
}

extension AttachmentRecord {
    fileprivate var role: String {
        switch type {
        case "INVOICE_IMAGE": "Invoice"
        case "EMAIL": "The mail itself"
        default: "Attachment"
        }
    }

    fileprivate var kind: String {
        contentType.split(separator: "/").last.map { $0.split(separator: ";")[0].uppercased() } ?? ""
    }

    fileprivate var icon: String {
        switch contentType {
        case "application/pdf": "file"
        case let type where type.hasPrefix("image/"): "eye"
        case let type where type.contains("xml"): "xml"
        case let type where type.contains("csv") || type.contains("sheet"): "table"
        case "message/rfc822": "mail"
        default: type == "EMAIL" ? "mail" : "clip"
        }
    }
}
