import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1
public import NuntiqCore
public import NuntiqModel
import NuntiqStore

/// Renders any error as the one envelope: `{"success":false,"message","error","details"?,"request_id"}`.
enum ErrorAnswer {
    /// The answer for `error`; what is not made for callers becomes a 500 or 503 that reveals nothing.
    static func response(to error: any Error, requestID: String) -> Response {
        let shown = shown(error)
        let (body, status) = body(of: shown, requestID: requestID)
        return JSONAnswer(body, status: status, headers: headers(of: shown)).response()
    }

    /// The body and the status for an error made for callers.
    static func body(of error: any UserFacingError, requestID: String) -> (JSONValue, HTTPResponse.Status) {
        let message = error.hint.isEmpty ? error.message : "\(error.message) \(error.hint)"
        var body: JSONObject = ["success": false, "message": .string(message), "error": .string(error.code)]
        if !error.details.isEmpty { body["details"] = .array(error.details.map(item)) }
        for member in (error as? any ErrorBody)?.members.members ?? [] { body[member.key] = member.value }
        body["request_id"] = .string(requestID)
        return (.object(body), ErrorStatus.of(error.code))
    }

    /// The error that a caller may see in place of `error`.
    static func shown(_ error: any Error) -> any UserFacingError {
        switch error {
        case let error as any UserFacingError: error
        case let error as StoreError: shown(error)
        case BlobError.unavailable: RequestError.storageUnavailable
        case let error as JSONError: RequestError.malformedJSON(error)
        case let error as JSONMismatch: RequestError.valueWrong(error)
        case is HTTPParserError, is ChannelError, is IOError: RequestError.malformedRequest
        case is CancellationError: RequestError.stopping
        default: RequestError.defect
        }
    }

    private static func headers(of error: any UserFacingError) -> HTTPFields {
        var headers: HTTPFields = [:]
        if let seconds = (error as? any ErrorBody)?.retryAfterSeconds { headers[.retryAfter] = String(seconds) }
        if ErrorStatus.of(error.code) == .unauthorized { headers[.wwwAuthenticate] = "X-API-Key realm=\"nuntiq\"" }
        switch error as? RequestError {
        case .methodNotAllowed(_, let allowed)?:
            headers[.allow] = allowed.map(\.rawValue).joined(separator: ", ")
        case .rateLimited(let notice)?:
            headers[.rateLimit] = notice.state
            headers[.rateLimitPolicy] = notice.policy
        default: break
        }
        return headers
    }

    private static func item(_ fault: FieldFault) -> JSONValue {
        ["field": .string(fault.field), "message": .string(fault.message)]
    }

    private static func shown(_ error: StoreError) -> RequestError {
        switch error {
        case .unavailable, .closed, .lockTimeout: .storageUnavailable
        case .overloaded: .overloaded
        case .uniqueViolation, .unexpectedColumn, .statement: .defect
        }
    }
}

extension RequestError: ErrorBody {
    var retryAfterSeconds: Int? {
        switch self {
        case .rateLimited(let notice): notice.retryAfterSeconds
        case .tooManyBytesInFlight, .overloaded, .storageUnavailable, .stopping: 1
        case .hostUnknown, .routeUnknown, .methodNotAllowed, .headTooLarge, .malformedRequest, .bodyTooLarge,
            .bodyTooSlow,
            .bodyMissing, .malformedJSON, .valueWrong, .objectExpected, .mediaTypeWrong, .contentEncoded,
            .expectationUnknown,
            .apiKeyMissing, .permissionMissing, .keyInGrace, .partnerKeyNeeded, .formForeign, .defect:
            nil
        }
    }
}

extension AuthenticationError: ErrorBody {
    /// Where an expired key's owner makes a new one.
    public var members: JSONObject {
        switch self {
        case .invalidKey, .invalidJobToken: [:]
        case .expired(_, let regenerateURL): ["regenerate_url": .string(regenerateURL)]
        }
    }
}
