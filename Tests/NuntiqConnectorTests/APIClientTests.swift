@testable import NuntiqConnector
import NuntiqModel
import NuntiqTesting
import Synchronization
import Testing

/// The client against a server that misbehaves.
@Suite
struct APIClientTests {
    @Test func `a lost answer is asked for again where that is safe, as late as the server asks`() async throws {
        try await withMisbehavingServer { server in
            let waits = Waits()
            try await server.withContext(waits.environment) { context in
                let answer = try await context.api.get("/busy")
                #expect(answer["calls"] == 3)
                #expect(waits.all == [.seconds(3), .seconds(3)])
                await #expect(throws: APIError.self) { try await context.api.post("/broken") }
                #expect(server.calls("/broken") == 1)
                await #expect(throws: APIError.self) {
                    try await context.api.post("/broken", headers: ["idempotency-key": "k"])
                }
                #expect(server.calls("/broken") == 7)
            }
        }
    }

    @Test func `a redirect is an answer, and the key goes nowhere else`() async throws {
        try await withMisbehavingServer { server in
            try await server.withContext { context in
                await #expect {
                    try await context.api.get("/elsewhere")
                } throws: { ($0 as? APIError)?.status == 302 }
                #expect(server.calls("/taken") == 0)
            }
        }
    }

    @Test(arguments: ["v1/x", "//evil.example/x", "@evil.example/x", "http://evil.example", "/a b", "/a\nb"])
    func `a path that leads to another host is refused`(path: String) async throws {
        try await withMisbehavingServer { server in
            try await server.withContext { context in
                await #expect(throws: ArgumentError.self) { try await context.api.get(path) }
            }
        }
    }

    @Test func `pages come when they are asked for`() async throws {
        try await withMisbehavingServer { server in
            try await server.withContext { context in
                var rows = MasterLoad.suppliers(context).all().makeAsyncIterator()
                #expect(server.calls("/v1/supplier") == 0)
                for _ in 0..<500 { _ = try await rows.next() }
                #expect(server.calls("/v1/supplier") == 1)
                _ = try await rows.next()
                #expect(server.calls("/v1/supplier") == 2)
                #expect(try await rows.next() == nil)
            }
        }
    }

    @Test func `the log goes to Nuntiq when it is attached, masked`() async throws {
        try await withMisbehavingServer { server in
            try await server.withContext { context in
                context.logger.info("not kept")
                context.logger.attachAPI()
                context.logger.info("with topsecret", step: "read", detail: ["password": "topsecret"])
            }
            let log = try JSONValue.parse(server.body(of: "/v1/job/log"))
            #expect(log.array?.count == 1)
            let entry = log.array?.first
            #expect(entry?["message"] == "with ***" && entry?["step"] == "read")
            #expect(entry?["detail"] == ["password": "***"])
        }
    }

    @Test func `documents travel as a form with their names, once`() async throws {
        try await withMisbehavingServer { server in
            try await server.withContext { context in
                let file = try FileContent(name: "a \"b\".pdf", bytes: Array("%PDF-1.4".utf8))
                let hints = IngestionLoad.Hints(supplierCode: "S-1")
                let upload = try await IngestionLoad(context).ingest([file], hints: hints)
                #expect(upload.sourceDocumentID == 7 && upload.uploadSessionID == "u-1")
                await #expect(throws: ArgumentError.self) { try await IngestionLoad(context).ingest([]) }
            }
            let form = String(decoding: server.body(of: "/v1/source-documents"), as: UTF8.self)
            #expect(form.contains(#"name="files"; filename="a %22b%22.pdf""#) && form.contains("\r\n\r\n%PDF-1.4\r\n"))
            #expect(form.contains("name=\"supplier_code\"\r\n\r\nS-1\r\n") && !form.contains("company_code"))
        }
    }

    @Test func `users who are inactive are asked for in days`() async throws {
        try await withMisbehavingServer { server in
            try await server.withContext { context in
                let load = UserLoad(context)
                _ = try await load.deactivateInactive(days: 30, excluding: ["ada"], dryRun: true)
                await #expect(throws: ArgumentError.self) { try await load.deactivateInactive(days: 0) }
            }
            let body = try JSONValue.parse(server.body(of: "/v1/users/deactivate-inactive"))
            #expect(body == ["days": 30, "dry_run": true, "exclude_login_accounts": ["ada"]])
        }
    }
}

/// What a client waited.
private final class Waits: Sendable {
    private let taken = Mutex<[Duration]>([])
    var all: [Duration] { taken.withLock { $0.filter { $0 > .seconds(1) } } }

    var environment: ConnectorEnvironment {
        var environment = ConnectorEnvironment.live
        environment.sleep = { duration in
            self.taken.withLock { $0.append(duration) }
            if duration == .seconds(1) { try await never() }  // the pace of what runs beside
        }
        return environment
    }
}
