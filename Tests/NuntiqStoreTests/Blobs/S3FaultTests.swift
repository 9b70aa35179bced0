import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NuntiqModel
import NuntiqTesting
import Synchronization
import Testing

@testable import NuntiqStore

struct S3FaultTests {
    private let acme = TenantID(rawValue: 1)

    @Test func `a busy server is asked again`() async throws {
        let server = FaultyServer([.status(503), .status(500), .status(200)])
        try await withStore(on: server) { store in
            let file = try await store.put(acme, [1, 2, 3])
            #expect(file.size == 3)
        }
        #expect(server.requests.count == 3)
    }

    @Test func `a server that stays busy means that storage is unavailable`() async throws {
        let server = FaultyServer(Array(repeating: .status(503), count: 9))
        try await withStore(on: server) { store in
            await #expect(throws: BlobError.unavailable(reason: "The bucket's server answers 503 503.")) {
                try await store.put(acme, [1])
            }
        }
        #expect(server.requests.count == 4)
    }

    @Test func `a refused key is not tried again, and the secret is not shown`() async throws {
        let server = FaultyServer([.error("InvalidAccessKeyId")])
        try await withStore(on: server) { store in
            await #expect(throws: BlobError.unavailable(reason: "The bucket's server answers 403 InvalidAccessKeyId."))
            {
                try await store.put(acme, [1])
            }
        }
        #expect(server.requests.count == 1)
    }

    @Test func `a clock that is wrong is put right by the server's`() async throws {
        let server = FaultyServer([.error("RequestTimeTooSkewed"), .status(200), .status(200)])
        try await withStore(on: server) { store in
            _ = try await store.put(acme, [1])
            _ = try await store.put(acme, [2])
        }
        #expect(server.requests.map { $0.hasPrefix("20260301") } == [true, false, false])
    }

    @Test func `a server that is not there means that storage is unavailable`() async throws {
        try await withTemporaryFolder { folder in
            let location = try S3Location(url: "s3://a:b@bucket?endpoint=http://127.0.0.1:1", variables: [:])
            let store = try await S3BlobStore.open(
                location, spoolFolder: folder, environment: TestClock().environment)
            await #expect(throws: BlobError.self) { try await store.size(acme, try #require(BlobHash(bytes: zeros))) }
            try await store.close()
        }
    }

    @Test func `an upload that is cut short is not a file`() async throws {
        let server = FaultyServer([.status(404)])
        try await withStore(on: server) { store in
            await #expect(throws: BlobError.unavailable(reason: "The bucket does not exist.")) {
                try await store.put(acme, [1])
            }
        }
    }

    private let zeros = [UInt8](repeating: 0, count: 32)

    private func withStore(
        on server: FaultyServer, _ body: @escaping @Sendable (S3BlobStore) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try await server.application.test(.live) { client in
                let port = try #require(client.port)
                let location = try S3Location(url: "s3://a:b@bucket?endpoint=http://127.0.0.1:\(port)", variables: [:])
                let store = try await S3BlobStore.open(
                    location, spoolFolder: folder, environment: TestClock().environment)
                do {
                    try await body(store)
                } catch {
                    try await store.close()
                    throw error
                }
                try await store.close()
            }
        }
    }
}

/// A stand-in for a bucket that answers as it is told, and keeps the time that each request was signed for.
private final class FaultyServer: Sendable {
    enum Answer: Sendable {
        case status(Int)
        case error(String)
    }

    private let state: Mutex<(answers: [Answer], requests: [String])>

    init(_ answers: [Answer]) {
        state = Mutex((answers, []))
    }

    var requests: [String] { state.withLock { $0.requests } }

    var application: some ApplicationProtocol {
        Application(responder: CallbackResponder<BasicRequestContext> { request, _ in self.answer(request) })
    }

    private func answer(_ request: Request) -> Response {
        let answer = state.withLock { state in
            state.requests.append(request.headers[.signedAt] ?? "")
            return state.answers.isEmpty ? .status(500) : state.answers.removeFirst()
        }
        switch answer {
        case .status(let code):
            return Response(status: .init(code: code))
        case .error(let code):
            let body = ResponseBody(byteBuffer: .init(string: "<Error><Code>\(code)</Code></Error>"))
            return Response(status: .forbidden, body: body)
        }
    }
}

extension HTTPField.Name {
    fileprivate static var signedAt: Self { .init("x-amz-date") ?? .date }
}
