import HTTPTypes
import NuntiqModel

/// What can be wrong with a request before a feature sees it.
enum RequestError: UserFacingError {
    case hostUnknown(String)
    case routeUnknown(path: String)
    case methodNotAllowed(String, allowed: [HTTPRequest.Method])
    case headTooLarge
    case malformedRequest
    case bodyTooLarge(bytesMax: Int)
    case bodyTooSlow
    case bodyMissing
    case malformedJSON(JSONError)
    case valueWrong(JSONMismatch)
    case objectExpected(found: String)
    case mediaTypeWrong(expected: String)
    case contentEncoded(String)
    case expectationUnknown(String)
    case apiKeyMissing
    case permissionMissing([String])
    case keyInGrace
    case partnerKeyNeeded
    case formForeign
    case rateLimited(RateLimitNotice)
    case tooManyBytesInFlight
    case overloaded
    case storageUnavailable
    case stopping
    case defect

    var code: String {
        switch self {
        case .hostUnknown: "host_unknown"
        case .routeUnknown: "not_found"
        case .methodNotAllowed: "method_not_allowed"
        case .headTooLarge: "head_too_large"
        case .malformedRequest: "malformed_request"
        case .bodyTooLarge: "body_too_large"
        case .bodyTooSlow: "body_too_slow"
        case .bodyMissing: "body_missing"
        case .malformedJSON: "malformed_json"
        case .valueWrong, .objectExpected: "validation_failed"
        case .mediaTypeWrong: "unsupported_media_type"
        case .contentEncoded: "unsupported_content_encoding"
        case .expectationUnknown: "expectation_failed"
        case .apiKeyMissing: "api_key_missing"
        case .permissionMissing: "permission_missing"
        case .keyInGrace: "key_in_grace"
        case .partnerKeyNeeded: "partner_key_needed"
        case .formForeign: "form_foreign"
        case .rateLimited: "rate_limited"
        case .tooManyBytesInFlight: "too_many_bytes_in_flight"
        case .overloaded: "overloaded"
        case .storageUnavailable: "storage_unavailable"
        case .stopping: "stopping"
        case .defect: "internal_error"
        }
    }

    var message: String {
        switch self {
        case .hostUnknown(let host): "There is nothing at the host \(host)."
        case .routeUnknown(let path): "There is nothing at \(path)."
        case .methodNotAllowed(let method, _): "\(method) is not possible here."
        case .headTooLarge: "The head of the request is too large."
        case .malformedRequest: "This is not a whole HTTP request."
        case .bodyTooLarge(let bytesMax): "The body is larger than the \(bytesMax) bytes that are taken here."
        case .bodyTooSlow: "The body comes too slowly."
        case .bodyMissing: "A body is missing."
        case .malformedJSON(let error): error.description
        case .valueWrong(let mismatch): mismatch.message
        case .objectExpected(let found): "The body must be a JSON object, but it is \(found)."
        case .mediaTypeWrong(let expected): "The body's Content-Type must be \(expected)."
        case .contentEncoded(let encoding): "A body in the encoding \(encoding) is not taken."
        case .expectationUnknown(let text): "The expectation \(text) is not known here."
        case .apiKeyMissing: "The header X-API-Key is missing."
        case .permissionMissing(let names): "This key lacks the permission \(names.joined(separator: " or "))."
        case .keyInGrace: "This key was rotated and may only submit and read in its last hours."
        case .partnerKeyNeeded: "Only a partner account's own key can do this."
        case .formForeign: "This form is of another browser or session, or its page has been left."
        case .rateLimited: "There were more requests than the limit allows."
        case .tooManyBytesInFlight: "Too many bytes are being received at once."
        case .overloaded: "Nuntiq has more to do than it can take on now."
        case .storageUnavailable: "Nothing can be stored or read at the moment; nothing was changed."
        case .stopping: "This node is stopping."
        case .defect: "Something went wrong on our side."
        }
    }

    var hint: String {
        switch self {
        case .hostUnknown: "Check the name."
        case .routeUnknown: "Check the path and the version in it."
        case .methodNotAllowed(_, let allowed):
            "Possible are \(allowed.map(\.rawValue).joined(separator: ", "))."
        case .headTooLarge: "Send fewer or shorter headers."
        case .bodyTooLarge: "Send less at once."
        case .bodyTooSlow: "Send it over a faster connection."
        case .bodyMissing: "Send it with its Content-Type."
        case .mediaTypeWrong, .malformedRequest, .malformedJSON, .valueWrong, .objectExpected: ""
        case .contentEncoded: "Send it as it is."
        case .expectationUnknown: "Send 100-continue or no Expect header."
        case .apiKeyMissing: "Send your key in it."
        case .permissionMissing: "Ask who issued the key to add it."
        case .keyInGrace: "Use the new key."
        case .partnerKeyNeeded: "Use a key that was issued to the account."
        case .formForeign: "Load the page again and repeat the last step."
        case .rateLimited, .tooManyBytesInFlight, .overloaded, .storageUnavailable, .stopping:
            "Try again after the time in Retry-After."
        case .defect: "Try again; if it stays, report the request id."
        }
    }

    var details: [FieldFault] {
        guard case .valueWrong(let mismatch) = self else { return [] }
        return [FieldFault(field: mismatch.path.description, message: mismatch.message)]
    }
}
