import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Lets a body in only where the route takes it, judged by the head alone, and then says so to who waits.
enum BodyGate {
    /// The request with its body bounded; throws before a byte of the body is read.
    static func open(
        _ request: Request, for rule: BodyRule, on channel: any Channel,
        monotonic: @escaping @Sendable () -> ContinuousClock.Instant
    ) async throws -> Request {
        guard let mediaType = rule.mediaType else { return request }
        guard hasBody(request) else {
            if rule.isRequired { throw RequestError.bodyMissing }
            return request
        }
        try check(request, rule, mediaType)
        try await answerExpectation(of: request, on: channel)
        var request = request
        request.body = RequestBody(
            asyncSequence: BoundedBody(base: request.body, bytesMax: rule.bytesMax, monotonic: monotonic))
        return request
    }

    /// Whether the head announces a body.
    static func hasBody(_ request: Request) -> Bool {
        if let length = request.headers[.contentLength] { return length != "0" }
        return request.headers.contains(.transferEncoding)
    }

    private static func check(_ request: Request, _ rule: BodyRule, _ mediaType: String) throws {
        if let length = request.headers[.contentLength], Int(length).map({ $0 > rule.bytesMax }) ?? true {
            throw RequestError.bodyTooLarge(bytesMax: rule.bytesMax)
        }
        let sent = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
        guard sent.filter({ $0 != " " }) == mediaType else { throw RequestError.mediaTypeWrong(expected: mediaType) }
        let encoding = request.headers[.contentEncoding]?.lowercased() ?? "identity"
        guard encoding == "identity" else { throw RequestError.contentEncoded(encoding) }
    }

    private static func answerExpectation(of request: Request, on channel: any Channel) async throws {
        guard let expectation = request.headers[.expect] else { return }
        guard expectation.lowercased() == "100-continue" else {
            throw RequestError.expectationUnknown(expectation)
        }
        try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue)))
    }
}
