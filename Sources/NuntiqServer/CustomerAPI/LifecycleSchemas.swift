import NuntiqCore
import NuntiqModel

extension [Member] {
    /// What a caller says of a message.
    static let newMessage: [Member] = [
        .required("code", .word(LifecycleCode.allCases.map(\.rawValue), "What happened.")),
        .optional("occurred_at", .instant("When; now by default, at most 30 days from now.")),
        .optional("actor_display_name", .text("Who did it; the API user's name by default.", counts: 0...255)),
        .optional("clarification_code", .text("A reason from a list; a tenant may demand it.", counts: 0...255)),
        .optional(
            "note_internal", .text("For the customer only.", counts: 0...NewLifecycleMessage.noteCharactersMax)),
        .optional("note_supplier", .text("For the supplier.", counts: 0...NewLifecycleMessage.noteCharactersMax)),
        .optional(
            "reference_type",
            .word(NewLifecycleMessage.ReferenceType.allCases.map(\.rawValue), "What the reference is.")),
        .optional("reference_value", .text("The reference.", counts: 0...255)),
    ]

    /// What is told of every message, beside its ids.
    fileprivate static let message: [Member] =
        [.required("invoice_token", .uuid("The invoice."))] + .references + [
            .required("code", .word(LifecycleCode.allCases.map(\.rawValue), "What happened.")),
            .required("source", .text("`NUNTIQ`, `EXTERNAL_API` or `MANUAL_USER`.")),
            .required("actor_type", .text("`SYSTEM`, `API_CLIENT` or `USER`.")),
            .required("actor_id", .text("Who did it.").orNull),
            .required("actor_display_name", .text("Their name.").orNull),
            .required("occurred_at", .instant("When it happened.")),
            .required("recorded_at", .instant("Its place in the feed; null until it has one.").orNull),
            .required("clarification_code", .text().orNull),
            .optional("note_internal", .text("With `LIFECYCLE_READ_INTERNAL` only.").orNull),
            .required("note_supplier", .text("What the supplier is told.").orNull),
            .required(
                "reference_type",
                .word(NewLifecycleMessage.ReferenceType.allCases.map(\.rawValue)).orNull),
            .required("reference_value", .text().orNull),
        ]
}

extension Schema {
    /// A message beside one invoice.
    static let lifecycleMessage = Schema.object(
        [
            .required("id", .uuid("The message's id.").orNull),
            .required("invoice_id", .uuid("Here the invoice's token.")),
        ] + .message, named: "LifecycleMessage")

    /// A page of the delta poll.
    static let polledPage = Schema.object([
        .required("since_utc", .instant("The `since` of the call.")), .required("tz", .text("The `tz` of the call.")),
        .required("filters", .map(of: .text(), "The references of the call.")),
        .required("tier", .either([.whole(in: 1...3), .constant("all")], "The `tier` of the call.")),
        .required("messages", .list(of: polledMessage)),
        .required("next_cursor", .text("Where the next call goes on; null when nothing came.").orNull),
    ])

    private static let polledMessage = Schema.object(
        [
            .required("id", .whole("Grows along an invoice.", in: 1...Int64.max, example: 17)),
            .required("invoice_id", .id("The invoice's number.")),
        ] + .message, named: "PolledMessage")
}

extension JSONValue {
    /// The message of all examples.
    static let exampleMessage: JSONValue = [
        "id": "0196e2b0-7c1f-7d3a-8a11-5f2b8e6c7d10", "invoice_id": .exampleInvoice, "invoice_token": .exampleInvoice,
        "ext_reference_1": "4711", "ext_reference_2": .null, "ext_reference_3": .null, "ext_reference_4": .null,
        "ext_reference_5": .null, "code": "ACKNOWLEDGED", "source": "EXTERNAL_API", "actor_type": "API_CLIENT",
        "actor_id": "501", "actor_display_name": "erp", "occurred_at": "2026-05-19T08:30:00.123456Z",
        "recorded_at": "2026-05-19T08:30:00.223456Z", "clarification_code": .null, "note_supplier": "We have it.",
        "reference_type": .null, "reference_value": .null,
    ]
}
