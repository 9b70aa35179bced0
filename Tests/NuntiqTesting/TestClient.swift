import AsyncHTTPClient
public import NIOCore
import NIOHTTP1
public import NuntiqModel

/// Calls a node over a real socket, and holds each answer against the OpenAPI document (``ContractWatch``).
public struct TestClient: Sendable {
    /// The methods in use.
    public enum Method: String, Sendable {
        case get, head, post, put, patch, delete, options
    }

    let port: Int
    let key: String?
    /// Follows no redirect: where one leads is what a test looks at.
    private static let http: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        // A server that starts on a busy machine is waited for.
        configuration.timeout.connect = .seconds(120)
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
    /// The key it shows; empty for none.
    public var shownKey: String { key ?? "" }
    /// The job token and customer number that it shows instead.
    var job: (token: String, customer: String)?

    /// The headers that say who it is.
    public var credentials: [String: String] {
        if let job { return ["Authorization": "Bearer \(job.token)", "X-Customer-Number": job.customer] }
        return key.map { ["X-API-Key": $0] } ?? [:]
    }

    /// A run of a connector.
    public func showing(job token: String, of customer: String) -> TestClient {
        var client = TestClient(port: port, key: nil)
        client.host = host
        client.job = (token, customer)
        return client
    }
    /// The host that the request names.
    public var host = "localhost"

    /// The same caller at another host, such as `acme.localhost`.
    public func at(_ host: String) -> TestClient {
        var client = self
        client.host = host
        return client
    }

    /// Another caller by its key.
    public func showing(_ key: String?) -> TestClient {
        var client = TestClient(port: port, key: key)
        client.host = host
        return client
    }

    /// Sends a request to a path at the root of the host, such as `/api/v1/invoices`.
    public func call(
        _ method: Method, _ path: String, body: Body? = nil, headers: [String: String] = [:]
    ) async throws -> TestAnswer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = HTTPMethod(rawValue: method.rawValue.uppercased())
        request.headers.add(name: "Host", value: host)
        for (name, value) in credentials { request.headers.add(name: name, value: value) }
        if let body {
            if let type = body.contentType { request.headers.add(name: "Content-Type", value: type) }
            request.body = .bytes(ByteBuffer(bytes: body.bytes))
        }
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        let response = try await Self.http.execute(request, timeout: .seconds(180))
        let bytes = try await response.body.collect(upTo: 64 * 1024 * 1024)
        let answer = TestAnswer(
            status: Int(response.status.code), headers: response.headers, bytes: Array(bytes.readableBytesView))
        try await ContractWatch.shared.check(answer, to: method, path)
        return answer
    }

    /// `POST` with a body that is made while it is sent.
    public func stream(
        _ path: String, _ chunks: some AsyncSequence<ByteBuffer, Never> & Sendable, length: Int64,
        contentType: String = "application/json"
    ) async throws -> TestAnswer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = .POST
        request.headers.add(name: "Content-Type", value: contentType)
        if let key { request.headers.add(name: "X-API-Key", value: key) }
        request.body = .stream(chunks, length: .known(length))
        let response = try await Self.http.execute(request, timeout: .seconds(300))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return TestAnswer(
            status: Int(response.status.code), headers: response.headers, bytes: Array(bytes.readableBytesView))
    }

    /// `GET`.
    public func get(_ path: String, headers: [String: String] = [:]) async throws -> TestAnswer {
        try await call(.get, path, headers: headers)
    }

    /// `POST` with JSON.
    public func post(_ path: String, _ json: JSONValue, headers: [String: String] = [:]) async throws -> TestAnswer {
        try await call(.post, path, body: .json(json), headers: headers)
    }
}

/// What a test sends.
public struct Body: Sendable {
    /// The bytes.
    public let bytes: [UInt8]
    /// The `Content-Type`; `nil` for none.
    public let contentType: String?

    /// Any bytes.
    public init(_ bytes: [UInt8], contentType: String? = "application/json") {
        self.bytes = bytes
        self.contentType = contentType
    }

    /// A JSON value.
    public static func json(_ value: JSONValue) -> Body {
        Body(value.serializedBytes())
    }

    /// A text, said to be JSON.
    public static func text(_ text: String, contentType: String? = "application/json") -> Body {
        Body(Array(text.utf8), contentType: contentType)
    }
}

/// What came back.
public struct TestAnswer: Sendable {
    /// The status code.
    public let status: Int
    /// The body.
    public let bytes: [UInt8]
    private let headers: HTTPHeaders

    init(status: Int, headers: HTTPHeaders, bytes: [UInt8]) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
    }

    /// The first header of that name.
    public func header(_ name: String) -> String? {
        headers.first(name: name)
    }

    /// Every header of that name.
    public func headers(_ name: String) -> [String] {
        headers[name]
    }

    /// The body as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The body as JSON; `null` when it is none.
    public var json: JSONValue { (try? JSONValue.parse(bytes, limits: .trusted)) ?? .null }

    /// The member of that name of the JSON body.
    public subscript(key: String) -> JSONValue? { json[key] }
}
