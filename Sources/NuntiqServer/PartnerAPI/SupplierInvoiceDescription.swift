import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let supplierList = RouteDescription(
        id: "listSubmittedInvoices",
        section: .supplierStatus,
        words: """
            The invoices that this account sent, newest first. Send `next_cursor` as `cursor` for the next page until \
            it is null; what arrives meanwhile moves nothing. A parameter that is empty asks for nothing.
            """,
        query: [
            .optional(
                "invoice_number", .text("With this number; case does not matter.", counts: 0...Fields.queryTextMax)),
            .optional("since", .text("That came at or after this moment, with an offset.", example: .exampleInstant)),
            .optional("cursor", .text("The `next_cursor` of an earlier answer.", counts: 0...Fields.queryTextMax)),
            .optional("limit", .whole("So many at most.", in: 1...Int64(SupplierInvoices.pageMax), fallback: 50)),
        ],
        answers: [
            .data(
                "A page.",
                .object([
                    .required("items", .list(of: .supplierInvoice)),
                    .required("next_cursor", .uuid("The next page; null at the end.").orNull),
                ]), example: ["items": [.object(.exampleSupplierInvoice)], "next_cursor": .null])
        ])

    static let supplierStatus = RouteDescription(
        id: "getSubmittedInvoice",
        section: .supplierStatus,
        words: "Where an invoice stands, the messages that are meant for the supplier, and in `to_fix` what to do.",
        answers: [
            .data(
                "The invoice.",
                .object(
                    .supplierInvoice + [
                        .required("to_fix", .list(of: .either([.issue, .supplierNote]), "What to do, if anything.")),
                        .required("messages", .list(of: .supplierMessage, "The timeline, oldest first.")),
                    ]), example: JSONObject.exampleSupplierInvoice.with(["to_fix": [], "messages": []]))
        ],
        errors: .invoiceErrors)

    static let withdraw = RouteDescription(
        id: "withdrawInvoice",
        section: .supplierStatus,
        words: """
            Takes an invoice back while no connector has it, as `can_withdraw` tells. Once more changes nothing. A \
            withdrawn number may be sent again.
            """,
        body: BodyDescription(
            .object([.optional("reason", .text("Why; the customer reads it.", counts: 0...4_000))]),
            example: ["reason": "The total was wrong."]),
        answers: [
            .data(
                "It is withdrawn.",
                .object([
                    .required("invoice_token", .uuid("The invoice.")), .supplierGroup, .supplierLabel,
                    .required("status_changed", .truth("Whether this call changed it.")),
                ]),
                example: [
                    "invoice_token": .exampleInvoice, "status_group": "Withdrawn", "status_label": "Withdrawn",
                    "status_changed": true,
                ])
        ],
        errors: .invoiceErrors + ["not_withdrawable", "status_conflict"])
}

extension Member {
    /// Where an invoice stands, for programs.
    static let supplierGroup = Member.required(
        "status_group", .word(SupplierStatus.allCases.map(\.rawValue), "Where it stands, for programs."))
    /// Where an invoice stands, for people.
    static let supplierLabel = Member.required(
        "status_label", .word(SupplierStatus.allCases.map(\.label), "Where it stands, for people."))
}

extension [Member] {
    fileprivate static let supplierInvoice: [Member] = [
        .required("invoice_token", .uuid("Its token.")), .required("invoice_id", .id("Its number here.")),
        .required("invoice_number", .text("Your number for it.").orNull),
        .required("supplier_number", .text("The supplier.").orNull),
        .required("total_amount", .number("The gross amount.").orNull),
        .required("currency", .text("The currency, ISO 4217.").orNull),
        .required("created_at", .instant("When it came.")), .supplierGroup, .supplierLabel,
        .required("can_withdraw", .truth("Whether it can be taken back now.")),
    ]
}

extension Schema {
    /// What a check found.
    static let issue = Schema.object(
        [
            .required("rule", .text("The rule; its meaning never changes.")),
            .required("severity", .word(ValidationSeverity.allCases.map(\.rawValue), "`error` stops the invoice.")),
            .required("message", .text("What is wrong.")),
            .required("fields", .list(of: .text(), "The fields at fault, as they are sent.")),
            .required("hint", .text("What to do about it.")),
        ], named: "Issue")

    fileprivate static let supplierInvoice = Schema.object(.supplierInvoice, named: "SubmittedInvoiceStatus")

    fileprivate static let supplierNote = Schema.object([
        .required("code", .text("The lifecycle code of the message.")), .required("message", .text("What it says.")),
    ])

    fileprivate static let supplierMessage = Schema.object(
        [
            .required("code", .word(LifecycleCode.allCases.map(\.rawValue), "What happened.")),
            .required("label", .text("The same for people.")), .required("description", .text("In a sentence.")),
            .required("occurred_at", .instant("When.")), .required("note", .text("What the customer says.").orNull),
            .optional("reference_type", .text("What the reference is.")),
            .optional("reference_value", .text("The reference.")),
        ], named: "SupplierMessage")
}

extension JSONValue {
    fileprivate static let exampleInstant: JSONValue = "2026-05-19T08:30:00Z"
}

extension JSONObject {
    fileprivate static let exampleSupplierInvoice: JSONObject = [
        "invoice_token": .exampleInvoice, "invoice_id": 4711, "invoice_number": "INV-2026-0042",
        "supplier_number": "S-001", "total_amount": 1300, "currency": "USD",
        "created_at": "2026-05-19T08:30:00.123456Z", "status_group": "Received", "status_label": "Received",
        "can_withdraw": true,
    ]
}
