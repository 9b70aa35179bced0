import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let submit = RouteDescription(
        id: "submitInvoice",
        section: .submission,
        words: """
            Takes an invoice with its files. When the answer is sent, all of it is stored for good. Header fields \
            stand flat in `invoice` beside `lines`, or under `header`, or both; any key of the customer's template is \
            taken, and a key that is not known is kept with the original and named in `warnings`. Required are \
            `invoice_number`, `invoice_date`, `currency`, and `total_amount` or at least one line.

            The inbox is found by `receiving_inbox`, else by `external_identifier`, else it is the default one; what \
            was given and matched nothing is told in the header `Warning`.

            With an `Idempotency-Key`, the same request within 24 hours gets the first answer again. `dry_run=true` \
            checks everything and stores nothing.
            """,
        query: [.optional("dry_run", .truth("Check only; nothing is stored, the key is ignored.", fallback: false))],
        headers: [.idempotencyKey("The key under which the submission may be sent again for 24 hours.")],
        body: BodyDescription(.submission, example: .exampleSubmission),
        answers: [
            .data(
                "Stored; or with `dry_run` what would become of it.", .submissionAnswer,
                headers: [
                    .idempotentReplayed, .optional("Idempotency-Key", .text("The key that was sent.")),
                    .optional("Warning", .text("`299 - \"…\"`: what was taken, but not as it was sent.")),
                ], example: .exampleSubmitted)
        ],
        errors: ["no_default_inbox", "idempotency_in_flight", "idempotency_key_reused", "attachment_too_large"])
}

extension RouteDescription {
    static let importInvoice = RouteDescription(
        id: "importInvoice",
        section: .imports,
        words: """
            The submission of the partner API for the customer's own programs. It names its `workflow`, and \
            attachments may be files that were uploaded before, by their `document_token`.
            """,
        query: submit.query,
        headers: submit.headers,
        body: BodyDescription(.importedSubmission, example: .exampleSubmission),
        answers: submit.answers,
        errors: submit.errors)
}

extension Schema {
    /// What a submission is answered with.
    static let submissionAnswer = Schema.object(
        [
            .optional("invoice_token", .uuid("The invoice; not with `dry_run`.")),
            .optional("invoice_id", .id("Its number.")), .optional("source_document_id", .id("Its arrival.")),
            .optional("dry_run", .constant(true, "Nothing was stored.")),
            .required("workflow", .text("The workflow.")), .required("effective_workflow", .text("The workflow.")),
            .optional("invoice_status", .statusCode("The status it begins with.")),
            .required("receiving_inbox", .text("The inbox's address.")),
            .required(
                "resolution_path",
                .word(["receiving_inbox", "external_identifier", "default_fallback"], "How the inbox was found.")),
            .required("pdf_will_be_generated", .truth("Whether a readable PDF will be made of it.")),
            .optional("warnings", .list(of: .fieldFault, "What was taken, but perhaps not as meant.")),
            .optional("predicted_status", .predictedStatus),
            .optional("issues", .list(of: .issue, "With `dry_run`: what the checks found.")),
            .optional("duplicates", .anything("With `dry_run`: null, not looked for yet.")),
            .optional("po_match", .anything("With `dry_run`: null, not looked for yet.")),
            .optional("not_checked", .list(of: .text(), "With `dry_run`: what was not looked for.")),
        ], named: "SubmissionAnswer")

    private static let predictedStatus = Schema.object(
        [.required("code", .statusCode()), .supplierGroup, .supplierLabel],
        "With `dry_run`: where the invoice would stand.")

    /// The body of a submission.
    fileprivate static let submission = Schema.object(
        routed + [
            .optional(
                "attachments",
                .list(
                    of: .submittedFile, "The invoice's own document and others.",
                    counts: 0...SubmissionLimits.attachmentsMax)),
            .optional("workflow", .anything("Ignored: it is always `full_enrichment`.")),
        ], named: "Submission")

    /// The body of an import.
    fileprivate static let importedSubmission = Schema.object(
        routed + [
            .optional(
                "attachments",
                .list(
                    of: .either([.submittedFile, .uploadedFile]), "The invoice's own document and others.",
                    counts: 0...SubmissionLimits.attachmentsMax)),
            .optional(
                "workflow",
                .word(
                    Workflow.allCases.map(\.rawValue), "What becomes of it.",
                    fallback: .string(Workflow.paymentPortal.rawValue))),
        ], named: "Import")

    private static let routed: [Member] = [
        .required("invoice", .submittedInvoice),
        .optional("receiving_inbox", .text("The address of the inbox that is meant.")),
        .optional("external_identifier", .text("An identifier of the inbox that is meant.")),
    ]

    private static let uploadedFile = Schema.object(
        [
            .required(
                "type", .word(["IMAGE", "ATTACHMENT"], "The invoice itself (at most one), or something beside it.")),
            .required("document_token", .token("The answer to an upload.")),
        ], named: "UploadedFile")

    private static let submittedFile = Schema.object(
        [
            .required(
                "type", .word(["IMAGE", "ATTACHMENT"], "The invoice itself (at most one), or something beside it.")),
            .required("filename", .text("Its name.", counts: 1...SubmissionLimits.fileNameCharactersMax)),
            .required("content", .text("The file in base64, at most 50 MiB when decoded.")),
            .optional("content_type", .text("Its media type, where the content does not tell.")),
        ], named: "SubmittedFile")
}

extension JSONValue {
    /// The submission of the public page.
    static let exampleSubmission: JSONValue = [
        "receiving_inbox": "ap@acme.nuntiq-receiving.com",
        "invoice": [
            "supplier_number": "S-001", "invoice_number": "INV-2026-0042", "invoice_date": "2026-05-19",
            "currency": "USD", "total_amount": .number(.exampleGross),
            "lines": [
                ["description": "Consulting, May 2026", "quantity": 1, "unit_price": .number(.exampleGross)]
            ],
            "taxes": [], "charges": [], "discounts": [], "addresses": [],
        ],
        "attachments": [["type": "IMAGE", "filename": "invoice.pdf", "content": "JVBERi0xLjQK..."]],
    ]

    fileprivate static let exampleSubmitted: JSONValue = [
        "invoice_token": .exampleInvoice, "invoice_id": 12345, "source_document_id": 98765,
        "workflow": "full_enrichment", "effective_workflow": "full_enrichment", "invoice_status": 20,
        "receiving_inbox": "ap@acme.nuntiq-receiving.com", "resolution_path": "receiving_inbox",
        "pdf_will_be_generated": false,
    ]
}

extension JSONNumber {
    fileprivate static let exampleGross = JSONNumber("1234.56") ?? JSONNumber(1234 as Int64)
}
