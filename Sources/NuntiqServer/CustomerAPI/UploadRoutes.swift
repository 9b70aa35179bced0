import HTTPTypes
import Hummingbird
import NuntiqCore
import NuntiqModel
import NuntiqStore

/// - `POST /v1/attachments`: takes one file for a later import, needs `POST_DOCS`
struct UploadRoutes: Sendable {
    let uploads: Uploads

    /// What stands around the file in its body.
    private static let overheadBytesMax = 64 << 10

    var routes: [Route] {
        [
            .customer(
                .post, "/v1/attachments", needs: [.postDocs],
                body: .multipart(bytesMax: SubmissionLimits.attachmentBytesMax + Self.overheadBytesMax),
                summary: "Upload a file for a later import.", use: upload
            ).described(.upload)
        ]
    }

    func upload(_ request: Request, _ context: AuthenticatedContext) async throws -> JSONAnswer {
        let received = try await receive(request, by: context.principal)
        let upload = try await uploads.store(received, by: context.principal)
        return JSONAnswer(upload.wire, status: .created)
    }

    /// Reads the body chunk by chunk, no faster than the file is written.
    private func receive(_ request: Request, by principal: Principal) async throws -> ReceivedUpload {
        var reader = try MultipartReader(contentType: request.headers[.contentType])
        let intake = uploads.intake(for: principal)
        do {
            for try await chunk in request.body {
                let events = try chunk.withUnsafeReadableBytes { try reader.feed($0) }
                for event in events { try await intake.take(event) }
            }
            try reader.finish()
            return try intake.finish()
        } catch {
            await intake.abandon()
            throw error
        }
    }
}

extension UploadIntake {
    fileprivate func take(_ event: MultipartReader.Event) async throws {
        switch event {
        case .begin(let part):
            try await begin(part: part.name, fileName: part.fileName, contentType: part.contentType)
        case .data(let bytes): try await append(bytes)
        case .end: try await end()
        }
    }
}

extension Upload {
    fileprivate var wire: JSONValue {
        [
            "document_token": token.json, "file_name": .string(fileName), "content_type": .string(contentType),
            "size": .number(JSONNumber(file.size)), "expires_at": expiresAt.json,
        ]
    }
}
