import HTTPTypes
import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let timeline = RouteDescription(
        id: "listLifecycleMessages",
        section: .lifecycle,
        words:
            "An invoice's timeline, oldest first. `recorded_at` is null for the moment until the feed has the message.",
        query: [.tier, .internalNotes("shown to callers with `LIFECYCLE_READ_INTERNAL` unless false")],
        answers: [
            .json(
                "The messages.", .object([.required("messages", .list(of: .lifecycleMessage))]),
                example: ["messages": [.exampleMessage]])
        ],
        errors: .invoiceErrors)

    static let postMessage = RouteDescription(
        id: "postLifecycleMessage",
        section: .lifecycle,
        words: """
            Writes a message on an invoice's timeline and answers once it is in the feed. Some codes also move the \
            invoice, as `REJECTED` and `ON_HOLD` do; while a connector holds it, that waits for the end of the lease \
            (202).
            """,
        headers: [.messageKey],
        body: BodyDescription(.object(.newMessage), example: ["code": "ACKNOWLEDGED", "note_supplier": "We have it."]),
        answers: .posted,
        errors: .postErrors)

    static let postMessageByReference = RouteDescription(
        id: "postLifecycleMessageByReference",
        section: .lifecycle,
        words: "The same for callers that know the invoice by its number and its supplier. Several matches: 409.",
        headers: [.messageKey],
        body: BodyDescription(
            .object(
                [
                    .required("invoice_number", .text("The supplier's number for it.", counts: 1...255)),
                    .required("supplier_code", .text("The supplier's number.", counts: 1...255)),
                ] + .newMessage),
            example: ["invoice_number": "INV-2026-0042", "supplier_code": "S-001", "code": "ACKNOWLEDGED"]),
        answers: .posted,
        errors: .postErrors + ["reference_ambiguous"])

    static let poll = RouteDescription(
        id: "pollLifecycleMessages",
        section: .lifecycle,
        words: """
            What is new over all invoices with one of the references, in the order of `recorded_at`, which is unique \
            and grows strictly: a poller that goes on from the last `recorded_at` sees each message once. `since` is \
            exclusive; without an offset it is the time of the clocks in `tz`. `wait` holds the answer until something \
            is new.
            """,
        query: [
            .required(
                "since",
                .text("After this moment, with an offset or not.", counts: 1...255, example: "2026-05-19T08:30:00")),
            .required("tz", .text("An IANA zone.", counts: 1...255, example: "Europe/Amsterdam")),
        ] + Parameter.referenceFilters.enumerated().map { $0 == 0 ? $1.showing("4711") : $1 } + [
            .tier,
            .optional("cursor", .text("The `next_cursor` of an earlier answer.", counts: 0...Fields.queryTextMax)),
            .optional(
                "limit",
                .whole("So many at most.", in: 1...Int64(LifecycleMessages.pageLimits.upperBound), fallback: 100)),
            .optional(
                "wait",
                .whole("So many seconds at most.", in: 0...LifecycleMessages.waitMax.components.seconds, fallback: 0)),
            .internalNotes("shown only to callers with `LIFECYCLE_READ_INTERNAL` who say true"),
        ],
        answers: [
            .json(
                "The messages since.", .polledPage,
                example: [
                    "since_utc": "2026-05-19T06:30:00.000000Z", "tz": "Europe/Amsterdam",
                    "filters": ["ext_reference_1": "4711"], "tier": "all", "messages": [], "next_cursor": .null,
                ])
        ],
        errors: ["missing_since", "missing_tz", "invalid_tz", "missing_ext_reference"])
}

extension Parameter {
    fileprivate static let tier = Parameter.optional(
        "tier", .word(["1", "2", "3", "all"], "Intake, buyer, financial, or all.", fallback: "all"))

    fileprivate static let messageKey = Parameter.idempotencyKey("The key under which the message may be sent again.")

    fileprivate static func internalNotes(_ words: String) -> Parameter {
        .optional("include_internal_notes", .truth("Whether `note_internal` is shown: \(words)."))
    }
}

extension [String] {
    fileprivate static let postErrors = [
        "invoice_not_found", "message_out_of_order", "idempotency_key_reused", "status_conflict", "content_immutable",
        "invoice_closed",
    ]
}

extension [AnswerDescription] {
    fileprivate static let posted: [AnswerDescription] = [
        .json(
            "The message, without its internal note.", .lifecycleMessage, status: .created,
            headers: [.idempotentReplayed], example: .exampleMessage),
        .json(
            "A connector holds the invoice: what the message does to it waits for the end of the lease.",
            .object(.invoiceChange + [.required("pending_action", .pendingAction.orNull)]), status: .accepted,
            headers: [.idempotentReplayed],
            example: JSONValue.exampleChange("PendingResult", "PendingResult").with([
                "status_changed": false, "pending_action": .null,
            ])),
    ]
}
