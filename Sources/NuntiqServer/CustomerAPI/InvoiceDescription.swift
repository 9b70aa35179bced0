import HTTPTypes
import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let invoiceDetail = RouteDescription(
        id: "getInvoice",
        section: .invoices,
        words: """
            Everything there is to say about an invoice. `fields` follow the tenant's template. Members without a \
            value are left out unless `includeNull` is set. With `INTEGRATE_INVOICES` alone a caller reads what it \
            holds.
            """,
        query: [
            .optional("includeNull", .truth("Show members without a value as null.", fallback: false)),
            .optional("evidence", .truth("Tell where each field's value came from.", fallback: false)),
        ],
        answers: [.json("The invoice.", .invoiceDetail, example: .exampleDetail)],
        errors: .invoiceErrors)

    static let invoiceList = RouteDescription(
        id: "listInvoices",
        section: .invoices,
        words: """
            Lists invoices, newest first, without locking them. Take `page`, or `cursor` (empty for the beginning, \
            then the `next_cursor` of the answer): pages by cursor skip nothing while invoices change. `since` is \
            inclusive and compares `updated_at`: overlap by a minute and drop repeats by token and `version`.
            """,
        query: [
            .optional(
                "state",
                .text(
                    "Groups of statuses, separated by commas.", counts: 0...Fields.queryTextMax,
                    example: "PendingIntegration")),
            .optional(
                "status", .text("Statuses, separated by commas.", counts: 0...Fields.queryTextMax, example: "90,91")),
            .optional("since", .instant("Changed at or after this moment.")),
            .optional("supplier_number", .text("Of this supplier.", counts: 0...Fields.queryTextMax)),
            .optional("invoice_number", .text("With this number.", counts: 0...Fields.queryTextMax)),
        ] + Parameter.referenceFilters + [
            .optional("page", .whole("The page, from 1 on.", in: 1...1_000_000)),
            .optional(
                "cursor",
                .text(
                    "The `next_cursor` of an earlier answer; empty for the beginning.", counts: 0...Fields.queryTextMax)
            ),
            .optional("limit", .whole("So many at most.", in: 1...Int64(Invoices.listLimits.upperBound), fallback: 50)),
        ],
        answers: [
            .json(
                "A page.",
                .object([
                    .required("items", .list(of: .invoiceSummary)), .required("count", .whole("So many match in all.")),
                    .optional("page", .whole("The page, where one was asked for.")),
                    .optional("next_cursor", .text("The next page; null at the end.").orNull),
                ]), example: ["items": [], "count": 0, "page": 1])
        ])

    static let download = RouteDescription(
        id: "downloadAttachment",
        section: .invoices,
        words: """
            The bytes of a file, with its own media type and name. Ranges and `If-None-Match` work. `inline=true` \
            shows what a browser can show without running anything of it; all else is always a download.
            """,
        query: [.optional("inline", .truth("Show rather than download.", fallback: false))],
        headers: [
            .ifNoneMatch, .optional("Range", .text("One range of bytes, such as `bytes=0-99`.")),
            .optional("If-Range", .text("The range only while this `ETag` stands.")),
        ],
        answers: [
            AnswerDescription(status: .ok, words: "The file.", content: .file, headers: .ofFiles),
            AnswerDescription(
                status: .partialContent, words: "The range.", content: .file,
                headers: .ofFiles + [.required("Content-Range", .text("Which part it is."))]),
            AnswerDescription(
                status: .notModified, words: "The caller has it already.", content: .none, headers: .ofFiles),
            AnswerDescription(
                status: .rangeNotSatisfiable, words: "The file ends before the range.", content: .none,
                headers: .ofFiles + [.required("Content-Range", .text("How long the file is."))]),
        ],
        errors: ["attachment_not_found"])
}

extension [Parameter] {
    fileprivate static let ofFiles: [Parameter] = [
        .entityTag, .required("Accept-Ranges", .word(["bytes"])),
        .required("Content-Disposition", .text("How it is shown, and its name (RFC 6266).")),
    ]
}

extension Schema {
    fileprivate static let invoiceSummary = Schema.object(
        [
            .required("invoice_token", .uuid("Its token.")), .required("invoice_id", .id("Its number here.")),
            .required("status", .statusCode()), .required("status_info", .statusInfo),
            .required("invoice_number", .text("The supplier's number for it.").orNull),
            .required("supplier_number", .text("The supplier.").orNull),
            .required("gross_amount", .number("The gross amount.", example: 1234).orNull),
            .required("currency_code", .text("The currency, ISO 4217.").orNull),
            .required("created_at", .instant("When it came.")), .required("updated_at", .instant("Its last change.")),
            .required("version", .whole("Grows with every change.", in: 1...Int64.max)),
        ] + .references, named: "InvoiceSummary")
}

extension JSONValue {
    fileprivate static let exampleDetail: JSONValue = [
        "invoice": [
            "id": 4711, "invoice_token": .exampleInvoice, "status": 90,
            "status_info": [
                "code": 90, "key": "PENDING_INTEGRATION_FIRST", "label": "Ready", "description": "Ready for the ERP.",
                "group": "PendingIntegration",
            ], "created_at": "2026-05-19T08:30:00.123456Z", "updated_at": "2026-05-19T08:30:01.123456Z",
            "fields": [["key": "invoiceNumber", "label": "Invoice number", "value": "INV-2026-0042"]],
        ],
        "lines": [
            [
                "id": 47_110_000, "invoice_id": 4711, "invoice_line_number": 1,
                "created_at": "2026-05-19T08:30:00.123456Z", "updated_at": "2026-05-19T08:30:00.123456Z",
                "fields": [["key": "description", "label": "Description", "value": "Consulting, May 2026"]],
            ]
        ],
        "addresses": [], "taxes": [], "charges": [], "discounts": [], "attachments": [], "matchAI": [],
        "email": .null, "integration": [:], "version": 3,
    ]
}
