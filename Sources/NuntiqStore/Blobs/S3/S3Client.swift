internal import AsyncHTTPClient
internal import Glibc
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import NIOHTTP1
internal import NuntiqModel

/// Sends signed requests to one bucket, again when the server is busy, and with its clock when ours is off.
struct S3Client: Sendable {
    private static let attemptsMax = 4
    private static let requestTimeout = TimeAmount.seconds(120)
    private static let errorBytesMax = 64 << 10
    static let emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    let location: S3Location
    let environment: RuntimeEnvironment
    private let http: HTTPClient
    /// The server's time less ours, learnt when it refused a request for its time.
    private let skew = NIOLockedValueBox(Duration.zero)

    init(location: S3Location, environment: RuntimeEnvironment) {
        self.location = location
        self.environment = environment
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(3), read: .seconds(30))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 64
        http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func close() async throws {
        try await http.shutdown()
    }

    /// The answer to a request: any status below 500 but the refusal for our clock.
    ///
    /// `body` is made anew for each attempt.
    func send(
        _ method: String, key: String, query: [(name: String, value: String)] = [], headers: [String: String] = [:],
        payloadHash: String = emptyHash, body: (@Sendable () throws -> HTTPClientRequest.Body)? = nil
    ) async throws -> HTTPClientResponse {
        var headers = headers
        headers["host"] = location.authority
        let path = "/\(location.bucket)" + (key.isEmpty ? "" : "/\(location.prefix)\(key)")
        let request = RequestSigner.Request(
            method: method, path: path, query: query, headers: headers, payloadHash: payloadHash)
        var lastFault = ""
        for attempt in 0..<Self.attemptsMax {
            if attempt > 0 { try await Task.sleep(for: .milliseconds(50 << (2 * (attempt - 1)))) }
            switch await outcome(of: request, body: body) {
            case .success(let response):
                return response
            case .failure(let fault):
                lastFault = fault.text
                if !fault.mayPass { throw BlobError.unavailable(reason: fault.text) }
            }
        }
        throw BlobError.unavailable(reason: lastFault)
    }

    private struct Fault: Error {
        let text: String
        let mayPass: Bool
    }

    private func outcome(
        of request: RequestSigner.Request, body: (@Sendable () throws -> HTTPClientRequest.Body)?
    ) async -> Result<HTTPClientResponse, Fault> {
        do {
            let response = try await http.execute(signed(request, body: body), timeout: Self.requestTimeout)
            guard response.status.code >= 500 || [403, 429].contains(response.status.code) else {
                return .success(response)
            }
            return .failure(await fault(in: response))
        } catch is CancellationError {
            return .failure(Fault(text: "The request was cancelled.", mayPass: false))
        } catch {
            // What cannot connect was tried again and again by the client itself, until its time was over.
            let mayPass = (error as? HTTPClientError) == .remoteConnectionClosed
            return .failure(Fault(text: "The bucket's server does not answer: \(error)", mayPass: mayPass))
        }
    }

    private func signed(
        _ request: RequestSigner.Request, body: (@Sendable () throws -> HTTPClientRequest.Body)?
    ) throws -> HTTPClientRequest {
        let query = RequestSigner.canonicalQuery(request.query)
        let target = percentEncoded(request.path, keeping: "/") + (query.isEmpty ? "" : "?\(query)")
        var wire = HTTPClientRequest(url: "\(location.scheme)://\(location.authority)\(target)")
        wire.method = HTTPMethod(rawValue: request.method)
        let now = environment.now(nil) + skew.withLockedValue { $0 }
        let signer = RequestSigner(credentials: location.credentials, region: location.region)
        for (name, value) in signer.headers(for: request, at: now) { wire.headers.add(name: name, value: value) }
        wire.body = try body?()
        return wire
    }

    private func fault(in response: HTTPClientResponse) async -> Fault {
        let body = try? await response.body.collect(upTo: Self.errorBytesMax)
        let document = body.map { String(buffer: $0) } ?? ""
        let code = S3Document.text(of: "Code", in: document[...]).map(String.init) ?? "\(response.status.code)"
        let text = "The bucket's server answers \(response.status.code) \(code)."
        guard response.status.code == 403 else { return Fault(text: text, mayPass: true) }
        guard code == "RequestTimeTooSkewed", let time = S3Document.httpTime(response.headers.first(name: "date"))
        else { return Fault(text: text, mayPass: false) }
        skew.withLockedValue { $0 = time - environment.now(nil) }
        return Fault(text: text, mayPass: true)
    }
}
