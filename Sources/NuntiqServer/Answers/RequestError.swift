import HTTPTypes
import NuntiqModel

/// What can be wrong with a request before a feature sees it.
enum RequestError: UserFacingError {
    case routeUnknown(path: String)
    case methodNotAllowed(String, allowed: [HTTPRequest.Method])
    case bodyTooLarge(bytesMax: Int)
    case bodyMissing
    case malformedJSON(JSONError)
    case objectExpected(found: String)
    case mediaTypeWrong(expected: String)
    case expectationUnknown(String)
    case apiKeyMissing
    case apiKeyInvalid
    case permissionMissing([String])
    case keyInGrace
    case partnerKeyNeeded
    case rateLimited(retryAfterSeconds: Int)
    case tooManyBytesInFlight
    case overloaded
    case storageUnavailable
    case defect

    var code: String {
        switch self {
        case .routeUnknown: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .bodyTooLarge: "body_too_large"
        case .bodyMissing: "body_missing"
        case .malformedJSON: "malformed_json"
        case .objectExpected: "validation_failed"
        case .mediaTypeWrong: "unsupported_media_type"
        case .expectationUnknown: "expectation_failed"
        case .apiKeyMissing: "api_key_missing"
        case .apiKeyInvalid: "invalid_api_key"
        case .permissionMissing: "permission_missing"
        case .keyInGrace: "key_in_grace"
        case .partnerKeyNeeded: "partner_key_needed"
        case .rateLimited: "rate_limited"
        case .tooManyBytesInFlight: "too_many_bytes_in_flight"
        case .overloaded: "overloaded"
        case .storageUnavailable: "storage_unavailable"
        case .defect: "internal_error"
        }
    }

    var message: String {
        switch self {
        case .routeUnknown(let path): "There is nothing at \(path)."
        case .methodNotAllowed(let method, _): "\(method) is not possible here."
        case .bodyTooLarge(let bytesMax): "The body is larger than the \(bytesMax) bytes that are taken here."
        case .bodyMissing: "A body is missing."
        case .malformedJSON(let error): error.description
        case .objectExpected(let found): "The body must be a JSON object, but it is \(found)."
        case .mediaTypeWrong(let expected): "The body's Content-Type must be \(expected)."
        case .expectationUnknown(let text): "The expectation \(text) is not known here."
        case .apiKeyMissing: "The header X-API-Key is missing."
        case .apiKeyInvalid: "Invalid API Key"
        case .permissionMissing(let names): "This key lacks the permission \(names.joined(separator: " or "))."
        case .keyInGrace: "This key was rotated and may only submit and read in its last hours."
        case .partnerKeyNeeded: "Only a partner account's own key can do this."
        case .rateLimited: "This key sends more requests than its limit allows."
        case .tooManyBytesInFlight: "Too many bytes are being received at once."
        case .overloaded: "Nuntiq has more to do than it can take on now."
        case .storageUnavailable: "Nothing can be stored or read at the moment; nothing was changed."
        case .defect: "Something went wrong on our side."
        }
    }

    var hint: String {
        switch self {
        case .routeUnknown: "Check the path and the version in it."
        case .methodNotAllowed(_, let allowed):
            "Possible are \(allowed.map(\.rawValue).joined(separator: ", "))."
        case .bodyTooLarge: "Send less at once."
        case .bodyMissing: "Send it with its Content-Type."
        case .mediaTypeWrong, .malformedJSON, .objectExpected, .apiKeyInvalid: ""
        case .expectationUnknown: "Send 100-continue or no Expect header."
        case .apiKeyMissing: "Send your key in it."
        case .permissionMissing: "Ask who issued the key to add it."
        case .keyInGrace: "Use the new key."
        case .partnerKeyNeeded: "Use a key that starts with sk_ and was issued to the account."
        case .rateLimited, .tooManyBytesInFlight, .overloaded, .storageUnavailable:
            "Try again after the time in Retry-After."
        case .defect: "Try again; if it stays, report the request id."
        }
    }
}
