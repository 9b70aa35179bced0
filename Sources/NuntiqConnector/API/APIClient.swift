import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
public import NuntiqModel

/// Who calls: a job of Nuntiq's own runner, or an API user.
public enum Credential: Sendable, Hashable {
    /// Lives as long as one run, for one tenant.
    case jobToken(String)
    /// The key of a customer's API user.
    case apiKey(String)
}

/// Calls Nuntiq's API over connections that stay open; safe to share among tasks.
///
/// A call is sent again only where that is safe: it is idempotent, it carries an `Idempotency-Key`, or it was refused
/// before anything was done. Up to six times with growing pauses, and as late as `Retry-After` asks. Redirects are not
/// followed: the key goes to one address alone.
public struct APIClient: Sendable {
    private static let answerBytesMax = 64 << 20

    let baseURL: String
    let environment: ConnectorEnvironment
    private let timeout: Duration
    private let http: HTTPClient
    private let headers: [(name: String, value: String)]
    private let warn: @Sendable (String) -> Void

    init(
        baseURL: String, credential: Credential, customerNumber: String, timeout: Duration, http: HTTPClient,
        environment: ConnectorEnvironment, warn: @escaping @Sendable (String) -> Void
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.timeout = timeout
        self.http = http
        self.environment = environment
        self.warn = warn
        let principal =
            switch credential {
            case .jobToken(let token):
                [("Authorization", "Bearer \(token)"), ("X-Customer-Number", customerNumber)]
            case .apiKey(let key): [("X-API-Key", key)]
            }
        headers = principal + [("Accept", "application/json"), ("User-Agent", "nuntiq-swift/1")]
    }

    /// The JSON at `path`, below the API's root, such as `/v1/invoices`; `query` is escaped here.
    public func get(
        _ path: String, query: [(name: String, value: String)] = [], headers: [String: String] = [:]
    ) async throws -> JSONValue {
        try await send(.GET, path + queryText(query), nil, headers, RetryRule(isRepeatable: true))
    }

    /// Sends `body` to `path`; sent again after a lost answer only with an `Idempotency-Key`.
    @discardableResult
    public func post(
        _ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) async throws -> JSONValue {
        let isKeyed = headers.keys.contains { $0.lowercased() == "idempotency-key" }
        return try await send(.POST, path, body, headers, RetryRule(isRepeatable: isKeyed))
    }

    /// Replaces what is at `path`.
    @discardableResult
    public func put(
        _ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) async throws -> JSONValue {
        try await send(.PUT, path, body, headers, RetryRule(isRepeatable: true))
    }

    /// Removes what is at `path`.
    @discardableResult
    public func delete(
        _ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) async throws -> JSONValue {
        try await send(.DELETE, path, body, headers, RetryRule(isRepeatable: true))
    }

    /// A post that leads to the same when it is done twice, as those of the claim flow do.
    func repeatable(
        _ path: String, _ body: JSONValue, headers: [String: String] = [:],
        rule: RetryRule = RetryRule(isRepeatable: true), within time: Duration? = nil
    ) async throws -> JSONValue {
        try await send(.POST, path, body, headers, rule, within: time)
    }

    /// Sends a form with files, once.
    func upload(_ path: String, _ form: MultipartForm) async throws -> JSONValue {
        let content = Content(type: form.contentType, bytes: ByteBuffer(bytes: form.bytes))
        let rule = RetryRule(isRepeatable: false)
        return try json(
            await exchange(.POST, path, content, [:], rule, .seconds(300), answerMax: Self.answerBytesMax), path)
    }

    /// The bytes at `path`, up to `maximum` of them.
    func bytes(_ path: String, maximum: Int) async throws -> [UInt8] {
        let rule = RetryRule(isRepeatable: true)
        let headers = ["Accept": "*/*"]
        return Array(
            buffer: try await exchange(.GET, path, nil, headers, rule, .seconds(300), answerMax: maximum))
    }

    private func send(
        _ method: HTTPMethod, _ path: String, _ body: JSONValue?, _ headers: [String: String], _ rule: RetryRule,
        within time: Duration? = nil
    ) async throws -> JSONValue {
        let content = body.map { Content(type: "application/json", bytes: ByteBuffer(bytes: $0.serializedBytes())) }
        return try json(
            await exchange(method, path, content, headers, rule, time ?? timeout, answerMax: Self.answerBytesMax), path)
    }

    private func json(_ answer: ByteBuffer, _ path: String) throws(APIError) -> JSONValue {
        guard answer.readableBytes > 0 else { return .null }
        do {
            return try JSONValue.parse(answer.readableBytesView, limits: .trusted)
        } catch {
            throw .unexpected(path: path, reason: "\(error)")
        }
    }
}

/// How a call is made.
extension APIClient {
    private struct Content {
        let type: String
        let bytes: ByteBuffer
    }

    private struct Outcome {
        var answer = ByteBuffer()
        var error: APIError?
        var retryAfter: Duration?
    }

    private func exchange(
        _ method: HTTPMethod, _ path: String, _ content: Content?, _ headers: [String: String], _ rule: RetryRule,
        _ time: Duration, answerMax: Int
    ) async throws -> ByteBuffer {
        let request = try request(method, path, content, headers)
        var attempt = 1
        while true {
            environment.observe(.sending(path: path, attempt: attempt))
            let outcome = await outcome(of: request, path, time, answerMax, attempt)
            environment.observe(.answered(path: path, status: outcome.error.map { $0.status ?? 0 } ?? 200))
            guard let error = outcome.error else { return outcome.answer }
            try Task.checkCancellation()
            let wait = rule.wait(
                after: attempt, error, retryAfter: outcome.retryAfter, jitter: environment.jittered)
            guard let wait else { throw error }
            warn("\(method.rawValue) \(path): \(error); again in \(wait)")
            try await environment.sleep(wait)
            attempt += 1
        }
    }

    private func request(
        _ method: HTTPMethod, _ path: String, _ content: Content?, _ more: [String: String]
    ) throws(ArgumentError) -> HTTPClientRequest {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ (33...126).contains($0) }) else {
            throw .unusable(name: "path", reason: "is no path such as /v1/supplier, escaped: \(path)")
        }
        var request = HTTPClientRequest(url: baseURL + path)
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        if let content {
            request.headers.add(name: "Content-Type", value: content.type)
            request.body = .bytes(content.bytes)
        }
        for (name, value) in more { request.headers.replaceOrAdd(name: name, value: value) }
        return request
    }

    private func outcome(
        of request: HTTPClientRequest, _ path: String, _ time: Duration, _ answerMax: Int, _ attempt: Int
    ) async -> Outcome {
        do {
            let response = try await http.execute(request, timeout: TimeAmount(time))
            let answer = try await response.body.collect(upTo: answerMax)
            guard response.status.code >= 300 else { return Outcome(answer: answer) }
            var refusal = APIError.Refusal(status: Int(response.status.code), answer: answer)
            refusal.attempts = attempt
            let retryAfter = RetryRule.retryAfter(
                response.headers.first(name: "Retry-After"), now: environment.now())
            return Outcome(error: .refused(refusal), retryAfter: retryAfter)
        } catch {
            let mayHaveArrived = !isBeforeSending(error)
            return Outcome(error: .unreachable(path: path, reason: "\(error)", mayHaveArrived: mayHaveArrived))
        }
    }

    private func isBeforeSending(_ error: any Error) -> Bool {
        if let error = error as? HTTPClientError {
            return error == .connectTimeout || error == .getConnectionFromPoolTimeout
        }
        return error is NIOConnectionError
    }

    private func queryText(_ query: [(name: String, value: String)]) -> String {
        query.isEmpty ? "" : "?" + query.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }
}

/// `text` as one part of a path or query (RFC 3986, unreserved characters stay).
func escaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { result, byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            result.unicodeScalars.append(UnicodeScalar(byte))
        default:
            result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
    }
}

extension APIError.Refusal {
    init(status: Int, answer: ByteBuffer) {
        let body = (try? JSONValue.parse(answer.readableBytesView, limits: .trusted)) ?? .null  // told by its status
        self.init(
            status: status, code: body["error"]?.string ?? "",
            message: body["message"]?.string ?? String(buffer: answer).prefix(200).description,
            requestID: body["request_id"]?.string ?? "", body: body)
    }
}
