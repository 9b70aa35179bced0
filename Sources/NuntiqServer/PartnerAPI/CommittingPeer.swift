import Glibc
import HTTPTypes
public import NIOPosix
import NuntiqCore
import NuntiqModel

/// The naive answer to a durable submission: the same gates and parser, then one record appended and flushed for each
/// request, one after the other.
public enum CommittingPeer {
    /// Where it stands below the API root; only a bench adds it to a node.
    public static let path = "/v1/bench/commit"

    /// The route for ``App/moreRoutes``; its records go into one file of `folder`, on the one thread of `writer`.
    public static func route(folder: String, writer: NIOThreadPool) -> Route {
        .partner(
            .post, path, needs: .submitSupplierInvoice,
            body: .jsonStream(bytesMax: SubmissionLimits.bodyBytesMax), summary: "Flush a record, for comparison."
        ) { request, _ in
            let body = try await request.jsonObject(limits: JSONLimits(totalBytes: 1 << 20))
            let record = JSONValue.object(body).serializedBytes()
            try await writer.runIfActive { try append(record, to: "\(folder)/records") }
            return JSONAnswer(data: .object(["bytes": .number(JSONNumber(Int64(record.count)))]))
        }
    }

    private static func append(_ record: [UInt8], to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer { close(file) }
        guard file >= 0, write(file, record, record.count) == record.count, fdatasync(file) == 0 else {
            throw RequestError.storageUnavailable
        }
    }
}
