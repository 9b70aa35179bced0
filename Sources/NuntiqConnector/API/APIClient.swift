import AsyncHTTPClient
import NIOCore
import NIOHTTP1
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
/// Repeats what is safe to repeat, up to six times with growing pauses, and as late as `Retry-After` asks.
public struct APIClient: Sendable {
    private static let timeout = TimeAmount.seconds(90)
    private static let answerBytesMax = 64 << 20

    let baseURL: String
    let environment: ConnectorEnvironment
    private let http: HTTPClient
    private let headers: [(name: String, value: String)]

    init(
        baseURL: String, credential: Credential, customerNumber: String, http: HTTPClient,
        environment: ConnectorEnvironment
    ) {
        self.baseURL = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
        self.http = http
        self.environment = environment
        headers =
            switch credential {
            case .jobToken(let token):
                [("Authorization", "Bearer \(token)"), ("X-Customer-Number", customerNumber)]
            case .apiKey(let key): [("X-API-Key", key), ("X-Customer-Number", customerNumber)]
            }
    }

    /// The JSON at `path`, below the API's root, such as `/v1/invoices`; `query` is escaped here.
    public func get(
        _ path: String, query: [(name: String, value: String)] = [], headers: [String: String] = [:]
    ) async throws -> JSONValue {
        try await send(.GET, path + queryText(query), nil, headers, isRepeatable: true)
    }

    /// Sends `body` to `path`; repeated after a lost answer only with an `Idempotency-Key`.
    @discardableResult
    public func post(
        _ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) async throws -> JSONValue {
        try await send(.POST, path, body, headers, isRepeatable: headers["Idempotency-Key"] != nil)
    }

    /// Replaces what is at `path`.
    @discardableResult
    public func put(_ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]) async throws -> JSONValue
    {
        try await send(.PUT, path, body, headers, isRepeatable: true)
    }

    /// Removes what is at `path`.
    @discardableResult
    public func delete(
        _ path: String, _ body: JSONValue? = nil, headers: [String: String] = [:]
    ) async throws -> JSONValue {
        try await send(.DELETE, path, body, headers, isRepeatable: true)
    }

    /// A post that leads to the same when it is done twice, as those of the claim flow do.
    func repeatable(_ path: String, _ body: JSONValue, headers: [String: String] = [:]) async throws -> JSONValue {
        try await send(.POST, path, body, headers, isRepeatable: true)
    }

    /// The bytes at `path`, up to `maximum` of them.
    func bytes(_ path: String, maximum: Int) async throws -> [UInt8] {
        let response = try await exchange(.GET, path, nil, [:], isRepeatable: true, answerMax: maximum)
        return Array(buffer: response)
    }

    private func send(
        _ method: HTTPMethod, _ path: String, _ body: JSONValue?, _ headers: [String: String], isRepeatable: Bool
    ) async throws -> JSONValue {
        let answer = try await exchange(
            method, path, body, headers, isRepeatable: isRepeatable, answerMax: Self.answerBytesMax)
        guard answer.readableBytes > 0 else { return .null }
        do {
            return try JSONValue.parse(answer.readableBytesView, limits: .trusted)
        } catch {
            throw APIError.unexpected(path: path, reason: "\(error)")
        }
    }

    private func exchange(
        _ method: HTTPMethod, _ path: String, _ body: JSONValue?, _ headers: [String: String], isRepeatable: Bool,
        answerMax: Int
    ) async throws -> ByteBuffer {
        let request = request(method, path, body, headers)
        let rule = RetryRule(isRepeatable: isRepeatable)
        var attempt = 1
        while true {
            let outcome = await outcome(of: request, path, answerMax)
            guard let error = outcome.error else { return outcome.answer }
            guard
                let wait = rule.wait(
                    after: attempt, status: error.status, retryAfter: outcome.retryAfter,
                    jitter: environment.jittered)
            else { throw error }
            try await environment.sleep(wait)
            attempt += 1
        }
    }

    private func request(
        _ method: HTTPMethod, _ path: String, _ body: JSONValue?, _ more: [String: String]
    ) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: baseURL + path)
        request.method = method
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        for (name, value) in more { request.headers.replaceOrAdd(name: name, value: value) }
        if let body {
            request.headers.replaceOrAdd(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(bytes: body.serializedBytes()))
        }
        return request
    }

    private struct Outcome {
        var answer = ByteBuffer()
        var error: APIError?
        var retryAfter: Duration?
    }

    private func outcome(of request: HTTPClientRequest, _ path: String, _ answerMax: Int) async -> Outcome {
        do {
            let response = try await http.execute(request, timeout: Self.timeout)
            let answer = try await response.body.collect(upTo: answerMax)
            guard response.status.code >= 400 else { return Outcome(answer: answer) }
            let seconds = response.headers.first(name: "Retry-After").flatMap { Int($0) }
            return Outcome(
                error: .refused(APIError.Refusal(status: Int(response.status.code), answer: answer)),
                retryAfter: seconds.map { .seconds($0) })
        } catch {
            return Outcome(error: .unreachable(path: path, reason: "\(error)"))
        }
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
