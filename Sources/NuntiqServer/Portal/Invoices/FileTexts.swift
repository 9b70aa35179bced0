import NIOCore
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// How the texts among an invoice's files begin: few, short, and left out where the file store does not answer.
struct FileTexts: Sendable {
    private static let filesMax = 3
    private static let bytesMax: Int64 = 8_192

    let texts: [Token: String]

    init(_ files: [AttachmentRecord], from blobs: any BlobStore, of tenant: TenantID) async {
        var texts: [Token: String] = [:]
        for file in files.filter({ FileView.isText($0.contentType) }).prefix(Self.filesMax) {
            texts[file.token] = try? await Self.beginning(of: file, blobs, tenant)
        }
        self.texts = texts
    }

    private static func beginning(
        of file: AttachmentRecord, _ blobs: any BlobStore, _ tenant: TenantID
    ) async throws -> String {
        let end = min(file.size, bytesMax)
        let body = try await blobs.open(tenant, file.blob, range: 0..<end)
        var bytes: [UInt8] = []
        for try await chunk in body { bytes.append(contentsOf: chunk.readableBytesView) }
        let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        return file.size > bytesMax ? text + "…" : text
    }
}
