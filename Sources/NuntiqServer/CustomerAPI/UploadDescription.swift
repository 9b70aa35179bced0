import HTTPTypes
import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let upload = RouteDescription(
        id: "uploadAttachment",
        section: .imports,
        words: """
            Takes one file of at most 50 MiB, as one part with a filename. An import names it by `document_token`, as \
            often as it likes until `expires_at`, which is 24 hours later; what no import took over is removed then. \
            The token is worth something only to the caller that uploaded the file.
            """,
        body: .multipart(
            [.required("file", .text("The file; its part has a filename.", format: "binary"))],
            example: ["file": "%PDF-1.4"]),
        answers: [
            .json(
                "The file waits.",
                .object(
                    [
                        .required("document_token", .uuid("Names the file in an import.")),
                        .required("file_name", .text("The name it is kept under.")),
                        .required("content_type", .text("By its content where that tells, else as sent.")),
                        .required("size", .whole("Its length in bytes.", in: 1...Int64(limit), example: 4711)),
                        .required("expires_at", .instant("An import may name it until then.")),
                    ], named: "Upload"),
                status: .created,
                example: [
                    "document_token": "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55", "file_name": "invoice.pdf",
                    "content_type": "application/pdf", "size": 4711, "expires_at": "2026-05-20T08:30:00.123456Z",
                ])
        ],
        errors: ["malformed_multipart", "attachment_too_large"])

    private static let limit = SubmissionLimits.attachmentBytesMax
}
