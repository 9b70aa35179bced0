import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTPTypes

/// Lets a body in only where the route takes it, judged by the head alone, and then says so to who waits.
enum BodyGate {
    /// The request with its body bounded; throws before a byte of the body is read.
    static func open(_ request: Request, for rule: BodyRule, on channel: any Channel) async throws -> Request {
        guard let mediaType = rule.mediaType else { return request }
        guard hasBody(request) else {
            if rule.isRequired { throw RequestError.bodyMissing }
            return request
        }
        try check(request, rule, mediaType)
        try await answerExpectation(of: request, on: channel)
        return bounded(request, to: rule.bytesMax)
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
    }

    private static func answerExpectation(of request: Request, on channel: any Channel) async throws {
        guard let expectation = request.headers[.expect] else { return }
        guard expectation.lowercased() == "100-continue" else {
            throw RequestError.expectationUnknown(expectation)
        }
        try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue)))
    }

    /// A body without a length in its head is counted while it is read.
    private static func bounded(_ request: Request, to bytesMax: Int) -> Request {
        guard request.headers[.contentLength] == nil else { return request }
        var request = request
        request.body = RequestBody(asyncSequence: BoundedBody(base: request.body, bytesMax: bytesMax))
        return request
    }
}

/// The chunks of a body, up to a number of bytes; then throws ``RequestError/bodyTooLarge(bytesMax:)``.
struct BoundedBody: AsyncSequence, Sendable {
    let base: RequestBody
    let bytesMax: Int

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        let bytesMax: Int
        var count = 0

        mutating func next() async throws -> ByteBuffer? {
            guard let chunk = try await base.next() else { return nil }
            count += chunk.readableBytes
            guard count <= bytesMax else { throw RequestError.bodyTooLarge(bytesMax: bytesMax) }
            return chunk
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: base.makeAsyncIterator(), bytesMax: bytesMax)
    }
}
