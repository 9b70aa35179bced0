import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let heartbeat = RouteDescription(
        id: "renewLease",
        section: .leases,
        words: """
            Renews a lease from now on, by `extend_seconds` or its own length. A lease that lapsed is taken up again \
            while nobody else holds the invoice and nobody changed it.
            """,
        headers: [.leaseToken],
        body: BodyDescription(
            .object([
                .optional("extend_seconds", .whole("The new length, from now on.", in: ClaimRequest.leaseLengths))
            ]), example: ["extend_seconds": 300]),
        answers: [
            .json(
                "Renewed.", .object(.leaseChange, named: "LeaseChange"),
                example: JSONObject.exampleLease("PendingAcknowledgement"))
        ],
        errors: .resultErrors)

    static let giveBack = RouteDescription(
        id: "giveLeaseBack",
        section: .leases,
        words: "Ends a lease early: the invoice is ready again at once, or in doubt (95) where an intent stands.",
        headers: [.leaseToken],
        answers: [
            .json(
                "Given back.", .object(.invoiceChange, named: "InvoiceChange"),
                example: .object(JSONValue.exampleChange("PendingAcknowledgement", "PendingIntegration")))
        ],
        errors: .resultErrors)

    static let placeIntent = RouteDescription(
        id: "placePostingIntent",
        section: .leases,
        words: """
            Says before the push what is about to be posted, under a live lease. If the lease then lapses, the invoice \
            is in doubt (95) and is handed out as `verify_first` with this intent, so that nobody posts it twice. The \
            push must end within `push_seconds`, measured from this request on.
            """,
        headers: [.leaseToken],
        body: BodyDescription(
            .object([
                .required("erp_reference", .text("The reference to look up in the ERP.", counts: 1...255)),
                .optional("payload_hash", .text("A hash of what is posted.", counts: 0...255)),
                .optional("push_seconds", .whole("So long the push may take; at most what is left.", in: 1...1_800)),
                .optional(
                    "settle_seconds", .whole("So long the ERP takes to show a posting.", in: 0...3_600, fallback: 60)),
            ]), example: ["erp_reference": "NQ-0196E2B0", "push_seconds": 60, "settle_seconds": 60]),
        answers: [
            .json(
                "The intent stands.", .object(.leaseChange + .intent),
                example: JSONValue.exampleChange("PendingResult", "PendingResult").with([
                    "status_changed": false, "lease_expires_at": "2026-05-19T08:35:00.123456Z", "fence": 1,
                    "erp_reference": "NQ-0196E2B0", "payload_hash": "", "push_deadline": "2026-05-19T08:31:00.123456Z",
                    "push_seconds": 60, "settle_seconds": 60,
                ]))
        ],
        errors: .resultErrors + ["lease_lapsed"])

    static let withdrawIntent = RouteDescription(
        id: "withdrawPostingIntent",
        section: .leases,
        words: "Says that nothing was sent, or, after a `verify_first` claim, that the ERP does not have the invoice.",
        headers: [.leaseToken],
        answers: [
            .json(
                "No intent stands.", .object(.leaseChange, named: "LeaseChange"),
                example: JSONObject.exampleLease("PendingResult"))
        ],
        errors: .resultErrors + ["lease_lapsed"])

    static let leases = RouteDescription(
        id: "listLeases",
        section: .leases,
        words: "Who holds what, since when; never the lease tokens.",
        answers: [
            .json(
                "The live leases, soonest to end first.",
                .object([.required("leases", .list(of: .lease))]),
                example: ["leases": []])
        ])
}

extension Schema {
    fileprivate static let lease = Schema.object(
        [
            .required("invoice_token", .uuid("The invoice.")), .required("invoice_id", .id("Its number.")),
            .required("status", .statusCode()), .required("status_info", .statusInfo),
            .required("holder_id", .id("The API user that took the lease.")),
            .required("holder_name", .text("Its name.").orNull), .required("fence", .fence),
            .required("started_at", .instant("When it was taken.")),
            .required("lease_expires_at", .instant("When it ends.")),
        ], named: "Lease")
}

extension JSONObject {
    fileprivate static func exampleLease(_ group: String) -> JSONValue {
        JSONValue.exampleChange(group, group).with([
            "status_changed": false, "lease_expires_at": "2026-05-19T08:35:00.123456Z", "fence": 1,
        ])
    }
}
