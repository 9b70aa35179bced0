import HTTPTypes
import NuntiqModel

/// Every error that a route may answer with: those of its kind, and those that its description names.
struct RouteErrors: Sendable {
    /// The codes by status, both in order.
    let byStatus: [(status: HTTPResponse.Status, codes: [String])]

    init(_ route: Route) {
        let codes = Set(Self.ofAccess(route) + Self.ofBody(route) + (route.description?.errors ?? []) + Self.ofAny)
        byStatus = Dictionary(grouping: codes) { ErrorStatus.of($0).code }
            .sorted { $0.key < $1.key }
            .map { (ErrorStatus.of($0.value[0]), $0.value.sorted()) }
    }

    /// What can happen before a route is found, on any path; told once, at the head of the document.
    static let ofNoRoute = ["host_unknown", "not_found", "method_not_allowed"]

    private static let ofAny = [
        "malformed_request", "head_too_large", "internal_error", "stopping", "storage_unavailable",
    ]

    private static func ofAccess(_ route: Route) -> [String] {
        let key = ["api_key_missing", "invalid_api_key", "key_expired", "permission_missing", "rate_limited"]
        let load = route.method == .get ? [] : ["overloaded"]
        switch route.access {
        case .open, .operators, .development, .portal: return []
        case .customer: return key + load + ["invalid_job_token"]
        case .job: return key.filter { $0 != "permission_missing" } + load + ["invalid_job_token", "job_token_needed"]
        case .partner(let permission, let inGrace):
            return key.filter { permission != nil || $0 != "permission_missing" } + load + ["invalid_job_token"]
                + (inGrace ? [] : ["key_in_grace"]) + (permission == nil ? ["partner_key_needed"] : [])
        }
    }

    private static func ofBody(_ route: Route) -> [String] {
        let hasNames =
            route.path.contains("{") || !(route.description?.query.isEmpty ?? true)
            || !(route.description?.headers.isEmpty ?? true)
        guard let mediaType = route.body.mediaType else { return hasNames ? ["validation_failed"] : [] }
        let codes = [
            "validation_failed", "body_too_large", "body_too_slow", "unsupported_media_type",
            "unsupported_content_encoding", "expectation_failed",
        ]
        return codes + (mediaType == "application/json" ? ["malformed_json"] : [])
            + (route.body.isRequired ? ["body_missing"] : [])
            + (route.body.isCounted ? ["too_many_bytes_in_flight", "overloaded"] : [])
    }
}
