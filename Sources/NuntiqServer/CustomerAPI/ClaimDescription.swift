import NuntiqCore
import NuntiqModel

extension RouteDescription {
    static let claim = RouteDescription(
        id: "claimInvoices",
        section: .claim,
        words: """
            Leases up to `limit` invoices that are ready for the ERP, oldest first. No invoice is ever in two live \
            leases, with any number of workers and nodes. A lease that is over is over at that second, and its invoice \
            is ready again.

            With an `Idempotency-Key`, the same call within the leases' time gets the same leases, those that still \
            live. An empty answer is not remembered. Other parameters under the same key are refused with 422.

            Invoices in doubt (95) are handed out only to callers that name the mode `verify_first`: look the intent's \
            reference up in the ERP before you post.
            """,
        headers: [.idempotencyKey("The key under which the claim may be repeated.")],
        body: BodyDescription(
            .object(
                [
                    .required("state", .word([StatusGroup.pendingIntegration.rawValue], "What is claimed.")),
                    .optional(
                        "limit",
                        .whole("So many at most.", in: ClaimRequest.wireLimits, fallback: 10)),
                    .optional(
                        "lease_ttl_seconds",
                        .whole("How long the leases live.", in: ClaimRequest.leaseLengths, fallback: 300)),
                    .optional(
                        "modes",
                        .list(
                            of: .word(HandoutMode.allCases.map(\.rawValue)),
                            "What the caller can deal with; `[\"post\"]` by default.",
                            counts: 1...100)),
                ]
                    + (1...5).map {
                        .optional("ext_reference_\($0)", .text("Only with this reference.", counts: 0...4_000))
                    }
            ),
            example: ["state": "PendingIntegration", "limit": 10, "lease_ttl_seconds": 300]),
        answers: [
            .json(
                "The leases; empty when nothing is ready.",
                .object([.required("leases", .list(of: .claimedLease))]),
                example: [
                    "leases": [
                        [
                            "invoice_token": .exampleInvoice, "lease_token": .exampleLease,
                            "lease_expires_at": "2026-05-19T08:35:00.123456Z", "fence": 1, "mode": "post",
                        ]
                    ]
                ])
        ],
        errors: ["idempotency_key_reused"])
}

extension ClaimRequest {
    fileprivate static let wireLimits = Int64(limits.lowerBound)...Int64(limits.upperBound)
}

extension Schema {
    fileprivate static let claimedLease = Schema.object(
        [
            .required("invoice_token", .uuid("The invoice.")),
            .required("lease_token", .uuid("Shown to nobody else; send it as `X-Lease-Token`.")),
            .required("lease_expires_at", .instant("When the lease ends.")),
            .required("fence", .fence),
            .required("mode", .word(HandoutMode.allCases.map(\.rawValue), "Post it, or look it up first.")),
            .optional("intent", .intent),
        ], named: "ClaimedLease")
}
