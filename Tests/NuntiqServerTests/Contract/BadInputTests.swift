import HTTPTypes
import NuntiqModel
import NuntiqTesting
import Testing

@testable import NuntiqServer

/// Every route of the list with everything that can be wrong with a request.
///
/// ``ContractWatch`` holds each answer against the document: envelope, request id, status and code are those described.
@Suite
struct BadInputTests {
    private func withCalls(
        on kind: TestDatabase, _ body: @escaping @Sendable (TestNuntiq, [ExampleCall]) async throws -> Void
    ) async throws {
        try await withNuntiq(on: kind, hasJob: true, configure: { $0.rateLimit = .off }) { nuntiq in
            try await body(nuntiq, nuntiq.app.productRoutes.filter { !$0.isAbsolute }.compactMap(ExampleCall.init))
        }
    }

    @Test(.proves("partner/415", "partner/nul-and-surrogates-400"), arguments: TestDatabase.allCases)
    func `what is no JSON is refused with its status, and never a 5xx`(kind: TestDatabase) async throws {
        try await withCalls(on: kind) { nuntiq, calls in
            for call in calls where call.route.body.mediaType == "application/json" {
                let client = call.caller(in: nuntiq)
                for bad in BadBodies.texts + BadBodies.types {
                    let answer = try await client.call(call.method, call.path() + call.query, body: bad.body)
                    #expect(bad.statuses.contains(answer.status), "\(call.name) with \(bad.name): \(answer.text)")
                    #expect(answer["request_id"]?.string == answer.header("X-Request-Id"), "\(call.name)")
                }
                let none = try await client.call(call.method, call.path() + call.query)
                #expect(!call.route.body.isRequired || none["error"] == "body_missing", "\(call.name) without a body")
            }
        }
    }

    @Test(.startsEarly, arguments: TestDatabase.allCases)
    func `a value that its schema does not know is refused, and never a 5xx`(kind: TestDatabase) async throws {
        let contract = try await ContractWatch.shared.contract()
        try await withCalls(on: kind) { nuntiq, calls in
            for call in calls where call.route.body.mediaType == "application/json" {
                let schema = try #require(contract.bodySchema(of: call))
                let example = try #require(call.description.body?.example)
                for value in BadBodies.values {
                    for (path, json) in example.mutations(to: value) {
                        let answer = try await call.caller(in: nuntiq).call(
                            call.method, call.path() + call.query, body: .json(json))
                        let faults = contract.faults(of: json, by: schema, isStrict: false)
                        let words = "\(call.name), \(path) = \(value.serialized().prefix(40)): \(answer.text)"
                        #expect(answer.status < 500, "\(words)")
                        #expect(faults.isEmpty || [400, 413].contains(answer.status), "\(words)")
                    }
                }
            }
        }
    }

    @Test func `all faults are told at once`() async throws {
        try await withCalls(on: .sqlite) { nuntiq, calls in
            for call in calls where call.route.body.mediaType == "application/json" {
                let names = call.description.body?.schema.members.filter(\.isFaultyAsObject).map(\.name) ?? []
                guard names.count > 1 else { continue }
                let body = JSONObject(distinct: names.map { .init(key: $0, value: ["no": "such thing"]) })
                let answer = try await call.caller(in: nuntiq).call(
                    call.method, call.path() + call.query, body: .json(.object(body)))
                let told = Set((answer["details"]?.array ?? []).compactMap { $0["field"]?.string })
                #expect(answer.status == 400, "\(call.name): \(answer.text)")
                #expect(told.isSuperset(of: names), "\(call.name) keeps silent about \(Set(names).subtracting(told))")
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `parameters of the query are held to what is described`(kind: TestDatabase) async throws {
        try await withCalls(on: kind) { nuntiq, calls in
            for call in calls {
                for parameter in call.description.query where !parameter.name.contains(/_([2-9]|\d\d)$/) {
                    for bad in BadTexts.all(for: parameter.schema) {
                        let answer = try await call.send(to: nuntiq, query: "\(parameter.name)=\(bad.text)")
                        let words = "\(call.name)?\(parameter.name)=\(bad.text.prefix(40)): \(answer.text)"
                        #expect(answer.status < 500, "\(words)")
                        #expect(!bad.isWrong || answer.status == 400, "\(words)")
                    }
                    let twice = try await call.send(to: nuntiq, query: "\(parameter.name)=1&\(parameter.name)=1")
                    #expect(twice.status == 400, "\(call.name)?\(parameter.name) twice: \(twice.text)")
                }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a token in a path that is none is a 400 or leads nowhere`(kind: TestDatabase) async throws {
        try await withCalls(on: kind) { nuntiq, calls in
            for call in calls where !call.route.pathIDs.isEmpty {
                for text in BadTexts.tokens {
                    let path = call.path(text) + call.query
                    let answer = try await call.caller(in: nuntiq).call(call.method, path, body: call.body)
                    let isRefused = [400, 404, 405].contains(answer.status) || answer["error"] == "rotation_refused"
                    #expect(isRefused, "\(call.name) with \(text): \(answer.text)")
                }
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `headers are held to what is described`(kind: TestDatabase) async throws {
        let wrong = [
            "X-Lease-Token": ["x", ""], "Idempotency-Key": ["", "a b", String(repeating: "k", count: 256), "ä"],
        ]
        try await withCalls(on: kind) { nuntiq, calls in
            for call in calls {
                for name in call.description.headers.map(\.name) {
                    let others = ["", "x", "bytes=9-1", "bytes=0-\(Int64.max)", String(repeating: "\"", count: 1_000)]
                    for value in wrong[name] ?? others {
                        let answer = try await call.send(to: nuntiq, headers: [name: value])
                        #expect(answer.status < 500, "\(call.name) with \(name): \(value)")
                        #expect(wrong[name] == nil || answer.status == 400, "\(call.name) with \(name): \(value)")
                    }
                }
            }
        }
    }

    @Test(.proves("partner/413-before-memory"))
    func `a body that is announced too large is refused before it is sent`() async throws {
        try await withCalls(on: .sqlite) { nuntiq, calls in
            for call in calls where call.route.body.bytesMax > 0 {
                let credentials = call.caller(in: nuntiq).credentials
                    .map { "\n\($0.key): \($0.value)" }.joined()
                let head = try await RawConnection.open(port: nuntiq.port) { session in
                    try await session.send(
                        """
                        \(call.route.method.rawValue) \(call.path()) HTTP/1.1
                        Host: localhost\(credentials)
                        Content-Type: \(call.route.body.mediaType ?? "")
                        Content-Length: \(call.route.body.bytesMax + 1)


                        """)
                    return try await session.receiveHead()
                }
                #expect(head.hasPrefix("HTTP/1.1 413 "), "\(call.name): \(head)")
            }
        }
    }
}
