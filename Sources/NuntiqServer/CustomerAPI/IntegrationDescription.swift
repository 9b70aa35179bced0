import NuntiqModel

extension RouteDescription {
    static let acknowledge = RouteDescription(
        id: "acknowledgeInvoice",
        section: .claim,
        words: """
            Says that the invoice arrived and will be posted: 92 → 93. Once more changes nothing and answers \
            `idempotent: true`. A caller whose lease lapsed may still acknowledge while nobody else holds the invoice; \
            its lease then lives again.
            """,
        headers: [.leaseToken],
        body: BodyDescription(.object([], "No member is read; the body may be left out."), example: [:]),
        answers: [
            .json(
                "Acknowledged.", .object(.acknowledgement, named: "Acknowledgement"),
                example: [
                    "ok": true, "previous_status": "PendingAcknowledgement", "new_status": "PendingResult",
                    "invoice_id": 4711, "status_changed": true,
                ])
        ],
        errors: .resultErrors)

    static let integrationResult = RouteDescription(
        id: "reportIntegrationResult",
        section: .claim,
        words: """
            Says whether the ERP took the invoice: 93 → 100 or 97, also straight from 92. A success is a fact about \
            the ERP: it is accepted while the invoice is not final, also from a lease that is over. The same success \
            again answers `status_changed: false`; another `external_id_1`, or a failure after it, is refused with 409 \
            unless `force_override` is set, which is recorded.
            """,
        query: [.optional("debug", .truth("Adds the codes and words behind the groups.", fallback: false))],
        headers: [.leaseToken],
        body: BodyDescription(.object(.result), example: ["success": true, "external_id_1": "5100000421"]),
        answers: [
            .json(
                "Recorded.",
                .object(
                    .invoiceChange + [
                        .optional("previous_status_code", .statusCode("With `debug`: the status before.")),
                        .optional("new_status_code", .statusCode("With `debug`: the status now.")),
                        .optional("previous_status_info", .statusInfo), .optional("new_status_info", .statusInfo),
                    ]), example: .object(JSONValue.exampleChange("PendingResult", "Processed")))
        ],
        errors: .resultErrors)

    static let acknowledgeBatch = RouteDescription(
        id: "acknowledgeInvoices",
        section: .claim,
        words: """
            Acknowledges up to 50 invoices in one transaction, each with an answer of its own: an item that is refused \
            does not hold the others up. `lease_token` stands for the header `X-Lease-Token` of the single call.
            """,
        body: .batch(of: [], example: [:]),
        answers: [
            .batch(
                of: .acknowledgement,
                example: [
                    "ok": true, "previous_status": "PendingAcknowledgement", "new_status": "PendingResult",
                    "invoice_id": 4711, "status_changed": true,
                ])
        ])

    static let resultBatch = RouteDescription(
        id: "reportIntegrationResults",
        section: .claim,
        words: "Reports up to 50 results in one transaction, each with an answer of its own, as the single call does.",
        body: .batch(of: .result, example: ["success": true, "external_id_1": "5100000421"]),
        answers: [
            .batch(
                of: .change,
                example: [
                    "ok": true, "previous_status": "PendingResult", "new_status": "Processed", "status_changed": true,
                ])
        ])
}

extension [Member] {
    /// The body of a result: a success with the ERP's ids, or a failure.
    fileprivate static let result: [Member] =
        [
            .required("success", .truth("Whether the ERP took it.")),
            .optional("force_override", .truth("Replace what is recorded already.", fallback: false)),
        ]
        + (1...3).map { .optional("external_id_\($0)", .text("The ERP's id for it.", counts: 0...255)) }
        + (1...3).map { .optional("external_message_\($0)", .text("What the ERP said.", counts: 0...4_000)) }
        + [
            .optional("failure_code", .text("Of a failure: a short code, such as the ERP's.", counts: 0...255)),
            .optional("failure_message", .text("Of a failure: what a person must know.", counts: 0...4_000)),
        ]
}

extension BodyDescription {
    fileprivate static func batch(of members: [Member], example: JSONObject) -> BodyDescription {
        let item: [Member] = [
            .required("invoice_token", .token("The invoice.")), .optional("lease_token", .token("Its lease.")),
        ]
        let named: JSONObject = ["invoice_token": .exampleInvoice, "lease_token": .exampleLease]
        return BodyDescription(
            .object([.required("items", .list(of: .object(item + members), counts: 1...BatchRoutes.itemsMax))]),
            example: ["items": [named.with(example)]])
    }
}

extension AnswerDescription {
    fileprivate static func batch(of members: [Member], example: JSONObject) -> AnswerDescription {
        let named: [Member] = [.required("invoice_token", .uuid("The invoice."))]
        let refused: [Member] = [
            .required("ok", .constant(false)), .required("error", .text("The stable code of the single call.")),
            .required("message", .text("What is wrong and what to do about it.")),
            .required("status", .whole("The HTTP status that the single call would have had.", in: 400...599)),
        ]
        return .json(
            "An answer per item, in their order.",
            .object([
                .required("items", .list(of: .either([.object(named + members), .object(named + refused)])))
            ]),
            example: ["items": [(["invoice_token": .exampleInvoice] as JSONObject).with(example)]])
    }
}
