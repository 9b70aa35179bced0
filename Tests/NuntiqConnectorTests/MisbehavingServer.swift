import Hummingbird
import HTTPTypes
import Logging
import NIOCore
import NuntiqConnector
import NuntiqModel
import Synchronization

/// Answers as no server should.
final class MisbehavingServer: Sendable {
    private let bodies = Mutex<[String: [UInt8]]>([:])
    private let counts = Mutex<[String: Int]>([:])
    private let port = Mutex(0)

    func calls(_ path: String) -> Int { counts.withLock { $0[path] ?? 0 } }

    func body(of path: String) -> [UInt8] { bodies.withLock { $0[path] ?? [] } }

    func withContext(
        _ environment: ConnectorEnvironment = .live,
        _ body: @escaping @Sendable (JobContext) async throws -> Void
    ) async throws {
        let settings = try JobSettings([
            "api_url": .string("http://127.0.0.1:\(port.withLock { $0 })"), "api_key": "sk_key",
            "secrets": ["erp": "topsecret"],
        ])
        try await JobContext.withContext(settings, name: "sample", environment: environment, body)
    }

    func listen(at port: Int) { self.port.withLock { $0 = port } }

    func answer(_ request: Request) async throws -> Response {
        let path = request.uri.path
        let body = Array(buffer: try await request.body.collect(upTo: 1 << 20))
        bodies.withLock { $0[path] = body }
        let count = counts.withLock { counts in
            counts[path, default: 0] += 1
            return counts[path] ?? 0
        }
        switch path {
        case "/busy" where count < 3: return Response(status: .tooManyRequests, headers: [.retryAfter: "3"])
        case "/busy": return json(["calls": .number(JSONNumber(Int64(count)))])
        case "/broken": return Response(status: .badGateway)
        case "/elsewhere": return Response(status: .found, headers: [.location: "/taken"])
        case "/v1/supplier":
            let rows = Array(repeating: JSONValue.object([:]), count: count == 1 ? 500 : 1)
            return json(["items": .array(rows), "count": 501])
        case "/v1/source-documents":
            return json(["data": ["sourceDocumentId": 7, "details": ["uploadSessionId": "u-1"]]])
        case "/v1/job/log", "/v1/users/deactivate-inactive": return json([:])
        default: return Response(status: .notFound)
        }
    }

    private func json(_ value: JSONValue) -> Response {
        Response(status: .ok, body: .init(byteBuffer: .init(string: value.serialized())))
    }
}

/// Runs `body` beside a server of that kind.
func withMisbehavingServer(_ body: @escaping @Sendable (MisbehavingServer) async throws -> Void) async throws {
    let server = MisbehavingServer()
    let router = Router()
    for method in [HTTPRequest.Method.get, .post] {
        router.on("**", method: method) { request, _ in try await server.answer(request) }
    }
    let (ready, source) = AsyncStream<Int>.makeStream()
    let app = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { source.yield($0.localAddress?.port ?? 0) },
        logger: Logger(label: "misbehaving") { _ in SwiftLogNoOpLogHandler() })
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await app.run() }
        server.listen(at: await ready.first { _ in true } ?? 0)
        try await body(server)
        group.cancelAll()
    }
}
