import HTTPTypes
import Hummingbird
import NuntiqModel
import NuntiqStore

/// Renders any error as the one envelope: `{"success":false,"message","error","details"?,"request_id"}`.
enum ErrorAnswer {
    /// The answer for `error`; what is not made for callers becomes a 500 or 503 that reveals nothing.
    static func response(to error: any Error, requestID: String) -> Response {
        let shown = shown(error)
        var headers: HTTPFields = [:]
        if let seconds = (shown as? any ErrorBody)?.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
        if case .methodNotAllowed(_, let allowed) = shown as? RequestError {
            headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        }
        return JSONAnswer(body(shown, requestID), status: ErrorStatus.of(shown.code), headers: headers).response()
    }

    /// The error that a caller may see in place of `error`.
    static func shown(_ error: any Error) -> any UserFacingError {
        switch error {
        case let error as any UserFacingError: error
        case let error as StoreError: shown(error)
        case let error as JSONError: RequestError.malformedJSON(error)
        default: RequestError.defect
        }
    }

    private static func shown(_ error: StoreError) -> RequestError {
        switch error {
        case .unavailable, .closed, .lockTimeout: .storageUnavailable
        case .overloaded: .overloaded
        case .uniqueViolation, .unexpectedColumn, .statement: .defect
        }
    }

    private static func body(_ error: any UserFacingError, _ requestID: String) -> JSONValue {
        let message = error.hint.isEmpty ? error.message : "\(error.message) \(error.hint)"
        var body: JSONObject = ["success": false, "message": .string(message), "error": .string(error.code)]
        if !error.details.isEmpty { body["details"] = .array(error.details.map(item)) }
        for member in (error as? any ErrorBody)?.members.members ?? [] { body[member.key] = member.value }
        body["request_id"] = .string(requestID)
        return .object(body)
    }

    private static func item(_ fault: FieldFault) -> JSONValue {
        ["field": .string(fault.field), "message": .string(fault.message)]
    }
}

extension RequestError: ErrorBody {
    var retryAfterSeconds: Int? {
        switch self {
        case .rateLimited(let seconds): seconds
        case .tooManyBytesInFlight, .overloaded, .storageUnavailable: 1
        case .routeUnknown, .methodNotAllowed, .bodyTooLarge, .bodyMissing, .mediaTypeWrong, .expectationUnknown,
            .malformedJSON, .objectExpected, .apiKeyMissing, .apiKeyInvalid, .permissionMissing, .keyInGrace,
            .partnerKeyNeeded, .defect:
            nil
        }
    }
}
