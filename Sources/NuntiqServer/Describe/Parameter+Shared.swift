import HTTPTypes
import NuntiqModel

extension Parameter {
    /// The values of paths, by the `{name}` that stands for them.
    static let ofPaths: [String: Schema] = [
        "token": .token("The invoice's `invoice_token`."),
        "invoice_token": .token("The invoice's `invoice_token`."),
        "attachment_token": .token("The file's `attachment_token`."),
        "key_id": .token("The key's `id`."),
        "connector": .text("The name of the connector's instance.", counts: 1...255, example: "erp-nl"),
        "table": .text("`customer_data_table_1` to `20`, or the name given to it.", example: "customer_data_table_1"),
        "stream": .text("The name of the kind of data.", counts: 1...255, example: "suppliers"),
    ]

    /// The `{names}` that callers choose themselves: they lead to rows of the caller's tenant only.
    static let namesInPaths: Set<String> = ["connector", "stream", "table"]

    /// `Idempotency-Key` of a call that may be repeated.
    static func idempotencyKey(_ words: String) -> Parameter {
        .optional(
            "Idempotency-Key",
            .text(words + " 1 to 255 visible ASCII characters.", counts: 1...255, pattern: "^[!-~]{1,255}$"))
    }

    /// `X-Lease-Token` of a call under a lease.
    static let leaseToken = Parameter.optional(
        "X-Lease-Token",
        .token("The `lease_token` of the claim. Without it the call speaks for whoever took the latest lease."))

    /// Set on the answer to a repeated call.
    static let idempotentReplayed = Parameter.optional(
        "Idempotent-Replayed", .word(["true"], "This is the answer to an earlier call with the same key."))

    /// `ext_reference_1` to `5` as filters.
    static let referenceFilters: [Parameter] = (1...5).map {
        .optional(
            "ext_reference_\($0)",
            .text("Exactly this reference; case does not matter.", counts: 0...Fields.queryTextMax))
    }

    /// On every answer.
    static let requestID = Parameter.required(
        "X-Request-Id", .text("Names the request in logs; yours, if you sent one.", counts: 1...128))
}

extension Parameter {
    /// The entity tag that the caller has.
    static let ifNoneMatch = Parameter.optional(
        "If-None-Match", .text("An `ETag` of an earlier answer; while it stands, the answer is 304."))

    /// What the body can be told by later.
    static let entityTag = Parameter.required("ETag", .text("Changes with the body."))
}

extension AnswerDescription {
    /// 304 for who has it already.
    static let notModified = AnswerDescription(
        status: .notModified, words: "The caller has it already.", content: .none, headers: [.entityTag])
}
