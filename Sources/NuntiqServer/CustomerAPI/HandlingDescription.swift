import HTTPTypes
import NuntiqModel

extension RouteDescription {
    static let hold = handling(
        "holdInvoice",
        "Holds the invoice back (96): nobody claims it until it is released. "
            + "While a connector holds it, the hold waits for the end of the lease.",
        ["PendingIntegration", "OnHold"], isPostponed: true)

    static let reject = handling(
        "rejectInvoice", "Rejects the invoice (60); the supplier is told the reason.",
        ["Review", "Rejected"], isPostponed: true)

    static let cancel = handling(
        "cancelInvoice", "Cancels the invoice (98).", ["PendingIntegration", "Cancelled"], isPostponed: true)

    static let release = handling(
        "releaseInvoice",
        "Releases an invoice that is on hold (96) to where it was held from, or one that failed (97) to 91.",
        ["OnHold", "PendingIntegration"])

    static let reprocess = handling(
        "reprocessInvoice", "Runs the pipeline again from validation on (30).", ["IntegrationFailed", "Processing"])

    static let settle = handling(
        "settleInvoice",
        "Settles an invoice in doubt (95): it is in the ERP with this id (100), or it is not there (91). "
            + "With the ERP's id it also settles a failed one (97) that was posted by hand.",
        ["IntegrationInDoubt", "Processed"],
        more: [
            .required("in_erp", .truth("Whether the ERP has it.")),
            .optional("external_id_1", .text("The ERP's id; required with `in_erp`.", counts: 0...255)),
            .optional("external_id_2", .text(counts: 0...255)), .optional("external_id_3", .text(counts: 0...255)),
            .optional("external_message_1", .text("What the ERP says.", counts: 0...4_000)),
            .optional("external_message_2", .text(counts: 0...4_000)),
            .optional("external_message_3", .text(counts: 0...4_000)),
        ], example: ["in_erp": true, "external_id_1": "5100000421"])

    private static func handling(
        _ id: String, _ words: String, _ groups: [String], isPostponed: Bool = false, more: [Member] = [],
        example: JSONObject = [:]
    ) -> RouteDescription {
        let members: [Member] = [
            .required("reason", .text("Why; it stands in the timeline.", counts: 1...4_000)),
            .optional("version", .whole("The `version` that the caller saw.", in: 1...Int64.max)),
        ]
        let changed = JSONValue.exampleChange(groups[0], groups[1])
        let body: JSONObject = ["reason": "The supplier asked for it."]
        return RouteDescription(
            id: id, section: .handling, words: words,
            body: BodyDescription(.object(members + more), example: body.with(example)),
            answers: [.handled(changed)] + (isPostponed ? [.postponed] : []), errors: .handlingErrors)
    }
}

extension AnswerDescription {
    private static let version = Member.required("version", .whole("The version now.", in: 1...Int64.max))

    fileprivate static func handled(_ change: JSONObject) -> AnswerDescription {
        .json(
            "Done.", .object(.invoiceChange + [version], named: "HandledInvoice"), example: change.with(["version": 4]))
    }

    fileprivate static let postponed = AnswerDescription.json(
        "A connector holds the invoice: it happens when the lease ends without success.",
        .object(.invoiceChange + [version, .required("pending_action", .pendingAction)]), status: .accepted,
        example: JSONValue.exampleChange("PendingResult", "PendingResult").with([
            "status_changed": false, "version": 4,
            "pending_action": [
                "action": "hold", "reason": "The supplier asked for it.", "requested_by": "erp",
                "requested_at": "2026-05-19T08:30:00.123456Z",
            ],
        ]))
}
