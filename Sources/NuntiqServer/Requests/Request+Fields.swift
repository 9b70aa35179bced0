import HTTPTypes
import Hummingbird
import NuntiqModel

extension Request {
    /// The body's members; an empty body has none.
    func fields() async throws -> Fields {
        Fields(try await jsonObject())
    }

    /// The parameters of the query; one that stands twice is a fault once it is read.
    var queryFields: Fields {
        Fields(query: uri.queryParameters.map { (String($0), String($1)) })
    }

    /// A header that the route's description names.
    func header(_ name: HTTPField.Name) -> String? {
        ReadLog.current?.note(.header, name.rawName)
        return headers[name]
    }

    /// The lease that the caller shows; a token that is none is a fault.
    func leaseToken() throws -> Token? {
        guard let text = header(.leaseToken) else { return nil }
        guard let token = Token(text) else {
            throw InvalidFields([FieldFault(field: "X-Lease-Token", message: "Expected a UUID.")])
        }
        return token
    }

    /// The key under which the call may be repeated: 1…255 visible ASCII characters.
    func idempotencyKey() throws -> String? {
        guard let key = header(.idempotencyKey) else { return nil }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            let message = "Expected 1 to 255 visible ASCII characters."
            throw InvalidFields([FieldFault(field: "Idempotency-Key", message: message)])
        }
        return key
    }
}

extension AuthenticatedContext {
    /// The invoice that the path names; what is no token names no invoice.
    func invoiceToken() throws -> Token {
        guard let token = Token(parameters["token"]) else {
            throw InvalidFields([FieldFault(field: "token", message: "Expected the UUID of an invoice.")])
        }
        return token
    }
}
