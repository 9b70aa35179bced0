import Foundation
import Glibc
import HTTPTypes
import NIOPosix
import NuntiqCore
import NuntiqModel

/// What a submission with an attachment is measured against: the same gates and parser, Foundation's base64, one file
/// of its own with fsync, and then only an answer.
public enum StoringPeer {
    /// Where it stands below the API root; only a bench adds it to a node.
    public static let path = "/v1/bench/store"

    /// The route for ``App/moreRoutes``; its files go into `folder`, by their invoices' numbers.
    public static func route(folder: String) -> Route {
        .partner(
            .post, path, needs: .submitSupplierInvoice,
            body: .jsonStream(bytesMax: SubmissionLimits.bodyBytesMax), summary: "Store a file, for comparison."
        ) { request, _ in
            let body = try await request.jsonObject(limits: JSONLimits(stringBytes: 4 << 20))
            let number = body["invoice"]?["invoice_number"]?.string ?? ""
            let content = body["attachments"]?.array?.first?["content"]?.string ?? ""
            guard let bytes = Data(base64Encoded: content), !number.contains("/") else {
                throw RequestError.malformedRequest
            }
            try await NIOThreadPool.singleton.runIfActive { try write(bytes, to: "\(folder)/\(number)") }
            return JSONAnswer(data: .object(["bytes": .number(JSONNumber(Int64(bytes.count)))]))
        }
    }

    private static func write(_ bytes: Data, to path: String) throws {
        try bytes.write(to: URL(fileURLWithPath: path))
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(.EIO) }
    }
}
