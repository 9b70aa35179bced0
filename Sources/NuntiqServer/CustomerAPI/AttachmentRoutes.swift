import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `GET /v1/attachment/{attachment_token}`: the bytes of a file, with ranges and ETag, needs `READ_DOCS`, or
///   `INTEGRATE_INVOICES` for invoices that one holds
struct AttachmentRoutes: Sendable {
    let invoices: Invoices
    let blobs: any BlobStore

    var routes: [Route] {
        [
            .customer(
                .get, "/v1/attachment/{attachment_token}", needs: [.readDocs, .integrateInvoices],
                summary: "Download a file of an invoice.", use: download
            ).described(.download)
        ]
    }

    func download(_ request: Request, _ context: AuthenticatedContext) async throws -> Response {
        guard let token = Token(context.parameters["attachment_token"]) else {
            throw InvalidFields([FieldFault(field: "attachment_token", message: "Expected a UUID.")])
        }
        var query = request.queryFields
        let wish = FileDownload.Wish(request, isInline: query.bool("inline") ?? false)
        try query.check()
        let file = try await invoices.attachment(token, for: context.principal)
        return try await FileDownload(file: file, wish: wish).response(from: blobs, of: context.tenant)
    }
}

extension FileDownload {
    /// The answer: the file, a part of it, or that there is nothing new.
    func response(from blobs: any BlobStore, of tenant: TenantID) async throws -> Response {
        switch part {
        case .unchanged:
            return Response(status: .notModified, headers: headers)
        case .unsatisfiable:
            return Response(status: .rangeNotSatisfiable, headers: headers(contentRange: "bytes */\(file.size)"))
        case .whole:
            let body = try await blobs.open(tenant, file.blob, range: nil)
            return Response(status: .ok, headers: headers, body: ResponseBody(body))
        case .range(let range):
            let body = try await blobs.open(tenant, file.blob, range: range)
            let words = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            return Response(
                status: .partialContent, headers: headers(contentRange: words), body: ResponseBody(body))
        }
    }
}

extension ResponseBody {
    /// Sends a file chunk by chunk, with its length in the head.
    init(_ body: BlobBody) {
        self.init(contentLength: Int(body.count)) { writer in
            for try await chunk in body { try await writer.write(chunk) }
            try await writer.finish(nil)
        }
    }
}
