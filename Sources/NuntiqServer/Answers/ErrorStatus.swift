import HTTPTypes
import NuntiqModel

/// The HTTP status of every stable error code: the one table, for all features.
enum ErrorStatus {
    /// The status for `code`; a code without a row is a defect of ours, so 500.
    static func of(_ code: String) -> HTTPResponse.Status {
        statuses[code] ?? .internalServerError
    }

    static let statuses: [String: HTTPResponse.Status] = {
        var statuses: [String: HTTPResponse.Status] = [:]
        for (status, codes) in table + ofData + ofConnectors {
            for code in codes {
                precondition(statuses[code] == nil, "the code \(code) has two statuses")
                statuses[code] = status
            }
        }
        return statuses
    }()

    private static let table: [(HTTPResponse.Status, [String])] = [
        (
            .badRequest,
            [
                "validation_failed", "malformed_json", "malformed_request", "body_missing", "missing_since",
                "missing_tz", "invalid_tz", "missing_ext_reference", "reason_missing", "key_is_current",
                "malformed_multipart",
            ]
        ),
        (
            .unauthorized,
            [
                "api_key_missing", "invalid_api_key", "key_expired", "rotation_refused", "sign_in_refused",
                "signed_out",
                "access_link_invalid", "code_wrong", "claim_token_invalid",
            ]
        ),
        (
            .forbidden,
            [
                "permission_missing", "key_in_grace", "partner_key_needed", "form_foreign", "role_refused",
                "role_missing",
            ]
        ),
        (
            .notFound,
            [
                "invoice_not_found", "attachment_not_found", "not_found", "host_unknown", "key_not_found",
                "api_user_not_found", "partner_not_found", "tenant_not_found", "user_not_found",
                "preferences_not_found",
            ]
        ),
        (.methodNotAllowed, ["method_not_allowed"]),
        (
            .conflict,
            [
                "not_leased", "not_lease_holder", "lease_lost", "lease_lapsed", "invoice_closed", "already_processed",
                "status_conflict", "content_immutable", "version_conflict", "no_default_inbox",
                "idempotency_in_flight", "key_label_taken", "too_many_keys", "partner_inactive", "partner_name_taken",
                "api_user_ambiguous", "inbox_address_taken", "external_identifier_taken", "subdomain_taken",
                "reference_ambiguous", "message_out_of_order", "not_withdrawable", "user_email_taken",
                "user_login_taken",
                "group_code_taken", "group_in_use", "last_admin", "no_notification_address",
                "mail_not_retriable",
            ]
        ),
        (
            .gone,
            [
                "link_dead", "access_link_expired", "access_link_used", "code_expired", "code_used", "claim_token_over",
                "account_inactive",
            ]
        ),
        (HTTPResponse.Status(code: 423, reasonPhrase: "Locked"), ["access_locked"]),
        (.unprocessableContent, ["idempotency_key_reused"]),
        (.requestTimeout, ["body_too_slow"]),
        (.contentTooLarge, ["body_too_large", "attachment_too_large"]),
        (.requestHeaderFieldsTooLarge, ["head_too_large"]),
        (.unsupportedMediaType, ["unsupported_media_type", "unsupported_content_encoding"]),
        (.expectationFailed, ["expectation_failed"]),
        (.tooManyRequests, ["rate_limited", "too_many_bytes_in_flight", "sign_in_throttled", "code_limit_reached"]),
        (.serviceUnavailable, ["overloaded", "storage_unavailable", "stopping"]),
        (.internalServerError, ["internal_error"]),
    ]

    private static let ofData: [(HTTPResponse.Status, [String])] = [
        (.badRequest, ["unknown_invoice_token"]),
        (.unauthorized, ["invalid_job_token"]),
        (.forbidden, ["job_token_needed"]),
        (.notFound, ["nothing_matched", "data_table_not_found", "delta_stream_not_found", "job_not_found"]),
        (.conflict, ["load_would_shrink", "load_unknown", "load_part_out_of_order", "run_replaced", "job_ended"]),
        (.unprocessableContent, ["invalid_cursor_type", "CURSOR_REGRESSION", "invalid_reset"]),
    ]

    private static let ofConnectors: [(HTTPResponse.Status, [String])] = [
        (.badRequest, ["schedule_invalid", "entrypoint_unknown"]),
        (.notFound, ["connector_not_found", "bundle_missing"]),
        (.conflict, ["connector_name_taken", "connector_running", "connector_idle", "connectors_unset"]),
        (.internalServerError, ["bundle_foreign", "connector_not_started"]),
    ]
}
