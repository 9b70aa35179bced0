import NuntiqModel

/// What each stable error code means, in one line; the reference lists them all.
enum ErrorCatalogue {
    /// The line for a code; empty for one that callers of the APIs never see.
    static func words(_ code: String) -> String {
        lines[code] ?? ""
    }

    private static let lines: [String: String] = ofRequests.merging(ofInvoices) { $1 }.merging(ofMasterData) { $1 }

    private static let ofRequests = [
        "validation_failed": "Values are at fault; `details` names every one of them.",
        "malformed_json": "The body is no JSON; the message names the byte.",
        "malformed_multipart": "The body is no `multipart/form-data`, or has too many parts.",
        "malformed_request": "This is no HTTP request.",
        "body_missing": "The route takes a body and none came.",
        "api_key_missing": "The header `X-API-Key` is missing.",
        "invalid_api_key": "The key is malformed, unknown or revoked, or of the other API.",
        "key_expired": "The key was one until the day in the message; `regenerate_url` leads to a new one.",
        "permission_missing": "The key lacks the permission that the message names.",
        "key_in_grace": "The key was rotated; in its last hours it submits and reads, and manages no keys.",
        "form_foreign": "A page's form came from another browser, session or site.",
        "access_link_invalid": "The token is of no link, or of another customer's.",
        "access_link_expired": "The link is older than 15 minutes.",
        "access_link_used": "The link has brought its key.",
        "access_locked": "Five wrong codes came; only a fresh link leads on.",
        "account_inactive": "The account was deactivated.",
        "code_limit_reached": "Five codes were sent for this link; only a fresh link leads on.",
        "code_wrong": "It is not the newest code; `tries_left` says how many tries are left.",
        "code_expired": "It is the newest code, and older than 10 minutes.",
        "code_used": "The code was right before; ask for another.",
        "claim_token_invalid": "No code brought this claim token, or it is another customer's.",
        "claim_token_over": "The claim token is spent, or older than 10 minutes.",
        "partner_key_needed": "Only a partner account's own key can do this.",
        "not_found": "There is nothing at this path.",
        "host_unknown": "There is nothing at this host.",
        "method_not_allowed": "Another method is possible here; `Allow` says which.",
        "body_too_slow": "The body came too slowly.",
        "body_too_large": "The body is larger than the route takes.",
        "attachment_too_large": "A file is larger than 50 MiB.",
        "head_too_large": "The headers are larger than 32 KiB.",
        "unsupported_media_type": "The body's `Content-Type` is not the one of the route.",
        "unsupported_content_encoding": "The body is compressed; send it as it is.",
        "expectation_failed": "The `Expect` header says something else than `100-continue`.",
        "rate_limited": "The key calls faster than it may; `Retry-After` says when to go on.",
        "too_many_bytes_in_flight": "Too many large bodies are being received; try again.",
        "overloaded": "The node has more to do than it can take on; try again.",
        "storage_unavailable": "Nothing can be stored or read now, and nothing was changed; try again.",
        "stopping": "The node is stopping; try again.",
        "preferences_not_found": "The token leads to no email preferences.",
        "internal_error": "A defect on our side; report the `request_id`.",
    ]

    private static let ofInvoices = [
        "invoice_not_found": "There is no such invoice for this key.",
        "attachment_not_found": "There is no such file for this key.",
        "key_not_found": "There is no such live key of this account.",
        "key_is_current": "The key that calls cannot revoke itself.",
        "too_many_keys": "The account has as many live keys as it may.",
        "rotation_refused": "Key, rotation secret and id are not those of one key in force.",
        "key_label_taken": "A live key of the account has this label.",
        "partner_inactive": "The account was deactivated.",
        "no_default_inbox": "No inbox matched and the customer has no default one.",
        "idempotency_in_flight": "The first call with this key is not answered yet; try again.",
        "idempotency_key_reused": "The key came before with another request.",
        "not_withdrawable": "The invoice is too far on to be taken back.",
        "not_leased": "The invoice was never claimed.",
        "not_lease_holder": "The caller does not hold the invoice's lease.",
        "lease_lost": "The lease is over: the invoice was claimed again, changed or ended since.",
        "lease_lapsed": "The lease ran out; a heartbeat takes it up again.",
        "invoice_closed": "The invoice is rejected or cancelled.",
        "already_processed": "The invoice is processed, with another result.",
        "status_conflict": "The invoice's status does not allow this.",
        "reason_missing": "The decision needs a reason.",
        "content_immutable": "The invoice's content cannot change at this status.",
        "version_conflict": "The invoice changed since `version`; the message says what happened.",
        "message_out_of_order": "The order of messages forbids it; `may_follow` lists what is possible.",
        "reference_ambiguous": "Several invoices match; `invoice_tokens` lists them.",
        "missing_since": "`since` is required.",
        "missing_tz": "`tz` is required.",
        "invalid_tz": "`tz` is no zone of the IANA database.",
        "missing_ext_reference": "At least one `ext_reference_N` is required.",
    ]
}

extension ErrorCatalogue {
    private static let ofMasterData = [
        "load_would_shrink": "More than half of the rows would go; `allow_shrink` allows it.",
        "load_unknown": "No replacement of this `load_id` waits for a part; after an hour it is dropped.",
        "load_part_out_of_order": "The message says which part is expected.",
        "nothing_matched": "No row passes the filters.",
        "unknown_invoice_token": "A line names an invoice that the customer does not have.",
        "delta_stream_not_found": "Nobody has begun this stream.",
        "invalid_cursor_type": "`cursor_type` is none of the three.",
        "CURSOR_REGRESSION": "The cursor is not of its type, or would go back.",
        "invalid_reset": "A reset needs a cursor of its type and a reason.",
        "invalid_job_token":
            "The job token is malformed or unknown, its run has ended, or the customer number is another's.",
        "job_token_needed": "Only a run of a connector can do this, with its job token.",
        "job_not_found": "There is no such run.",
        "job_ended": "The run has ended.",
        "run_replaced": "A later begin took the place of the run.",
        "user_email_taken": "Another user has the address.",
        "user_login_taken": "Another user has the login account.",
        "last_admin": "Nobody would be left who may manage users.",
        "data_table_not_found": "The customer has no data table of this name.",
    ]
}

extension Schema {
    /// The body of every error.
    static let error = Schema.object(
        [
            .required("success", .constant(false)),
            .required("message", .text("What is wrong and what to do about it, for people.")),
            .required("error", .text("The stable code, for programs.")),
            .optional("details", .list(of: .fieldFault, "Every field at fault.")),
            .required("request_id", .text("The `X-Request-Id` of the answer.")),
            .optional("regenerate_url", .text("With `key_expired`: where a new key is to be had.")),
            .optional(
                "differing_parts",
                .list(of: .text(), "With `idempotency_key_reused`: the parts of the body that differ.")),
            .optional("invoice_token", .uuid("With `idempotency_key_reused`: the invoice that the first call made.")),
            .optional(
                "safe_new_key",
                .truth("With `idempotency_key_reused`: whether another key cannot double the invoice.")),
            .optional("invoice_tokens", .list(of: .uuid(), "With `reference_ambiguous`: the invoices that match.")),
            .optional("tries_left", .whole("With `code_wrong`: how many tries are left.", in: 1...4)),
            .optional("code", .text("With `message_out_of_order`: the code that was sent.")),
            .optional("conflicts_with", .text("With `message_out_of_order`: the code in its way.")),
            .optional("may_follow", .list(of: .text(), "With `message_out_of_order`: what may be sent instead.")),
        ], "The one form of every error.", named: "Error")

    /// One field at fault.
    static let fieldFault = Schema.object(
        [
            .required("field", .text("Its path as it was sent, such as `invoice.lines[2].quantity`.")),
            .required("message", .text("What is wrong with it.")),
        ], named: "FieldFault")
}
