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

    init(_ file: AttachmentRecord, _ invoicePath: String) {
        name = file.fileName.isEmpty ? "file" : file.fileName
        words = "\(file.role) · \(file.kind) · \(Self.size(file.size))"
        icon = file.icon
        path = "\(invoicePath)/files/\(file.token)"
        shownPath = Self.isShown(file.contentType) ? "\(path)?inline=true" : nil
    }

    /// Whether a browser shows such a file in a sandbox, where nothing of it runs; a PDF needs a viewer outside of one.
    static func isShown(_ contentType: String) -> Bool {
        ["image/png", "image/jpeg", "text/plain"].contains { contentType == $0 || contentType.hasPrefix("\($0);") }
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
