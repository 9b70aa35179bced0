import NuntiqCore
import NuntiqModel

extension [Member] {
    /// What every call that may change a status is answered with.
    static let change: [Member] = [
        .required("ok", .constant(true)),
        .required("previous_status", .group("The group of the status before.")),
        .required("new_status", .group("The group of the status now.")),
        .required("status_changed", .truth("Whether this call changed it.")),
    ]

    /// The same, naming the invoice.
    static let invoiceChange = change + [.required("invoice_token", .uuid("The invoice."))]

    /// What an acknowledge is answered with.
    static let acknowledgement =
        change + [
            .required("invoice_id", .id("The invoice's number.")),
            .optional("idempotent", .constant(true, "Set when it was acknowledged before.")),
        ]

    /// The change with the lease that lives on.
    static let leaseChange =
        invoiceChange + [
            .optional("lease_expires_at", .instant("When the lease ends.")),
            .required("fence", .fence),
        ]

    /// What is told of an intent.
    static let intent: [Member] = [
        .required("erp_reference", .text("The reference to look up in the ERP.")),
        .required("payload_hash", .text("A hash of what is posted; empty where none was sent.")),
        .required("push_deadline", .instant("The push ends by then.")),
        .required("push_seconds", .whole("So long the push may take.", in: 1...1_800)),
        .required("settle_seconds", .whole("So long the ERP takes to show a posting.", in: 0...3_600)),
    ]
}

extension Schema {
    /// The fencing number of a lease.
    static let fence = Schema.whole("Grows with every lease of the invoice.", in: 0...Int64.max, example: 3)

    /// A posting intent.
    static let intent = Schema.object(.intent, "What was about to be posted.", named: "PostingIntent")

    /// An action that waits for the end of a lease.
    static let pendingAction = Schema.object(
        [
            .required("action", .word(HandlingAction.allCases.map(\.rawValue), "What will be done.")),
            .required("reason", .text("Why.")),
            .required("requested_by", .text("Who asked for it.")),
            .required("requested_at", .instant("When.")),
        ], "Done when the lease ends without success; a later one replaces it.", named: "PendingAction")
}

extension JSONValue {
    /// The invoice of all examples.
    static let exampleInvoice: JSONValue = "0196e2b0-7c1e-7b64-a1c3-2f6b1d0c9a55"
    /// The lease of all examples.
    static let exampleLease: JSONValue = "5b0f7a9e-1d1f-4c55-9a38-6f0f3c0b7f10"

    /// A changed status, as the answers show it.
    static func exampleChange(_ before: String, _ after: String) -> JSONObject {
        [
            "ok": true, "previous_status": .string(before), "new_status": .string(after),
            "invoice_token": exampleInvoice, "status_changed": true,
        ]
    }
}

extension JSONObject {
    /// The object with more members.
    func with(_ more: JSONObject) -> JSONValue {
        var object = self
        for member in more.members { object[member.key] = member.value }
        return .object(object)
    }
}

extension [String] {
    /// What any call about one invoice and its lease may refuse with.
    static let invoiceErrors = ["invoice_not_found"]
    /// What a call by the holder of a lease may refuse with.
    static let leaseErrors = ["invoice_not_found", "not_leased", "not_lease_holder", "lease_lost", "status_conflict"]
    /// What a result may refuse with.
    static let resultErrors = leaseErrors + ["invoice_closed", "already_processed"]
    /// What a person's call may refuse with.
    static let handlingErrors = [
        "invoice_not_found", "status_conflict", "version_conflict", "content_immutable", "invoice_closed",
    ]
}
