import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite(.timeLimit(.minutes(20)))
struct SubmissionGateTests {
    @Test(.proves("partner/key-before-body"))
    func `key, permission and length are judged while the body is still to come`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let reader = try await nuntiq.user("reader", [.readDocs]).apiKey
            let (partner, user) = (nuntiq.key.apiKey, nuntiq.user.apiKey)
            let (json, form) = ("application/json", "multipart/form-data; boundary=x")
            for (path, key, type, length, status) in [
                (TestNuntiq.submissions, "sk_wrong", json, 1_000, 401),
                (TestNuntiq.submissions, reader, json, 1_000, 403),
                (TestNuntiq.submissions, partner, json, SubmissionLimits.bodyBytesMax + 1, 413),
                (TestNuntiq.submissions, partner, "text/plain", 1_000, 415),
                (ImportTests.path, partner, json, 1_000, 401), (ImportTests.path, reader, json, 1_000, 403),
                (UploadTests.path, partner, form, 1_000, 401), (UploadTests.path, reader, form, 1_000, 403),
                (UploadTests.path, user, form, 60 << 20, 413), (UploadTests.path, user, json, 1_000, 415),
            ] as [(String, String, String, Int, Int)] {
                let answer = try await RawConnection.open(port: nuntiq.port) { raw in
                    try await raw.send(
                        "POST \(path) HTTP/1.1\nHost: localhost\nX-API-Key: \(key)\nContent-Type: \(type)\n"
                            + "Content-Length: \(length)\n\n{")
                    return try await raw.receiveHead()
                }
                #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(path) \(answer)")
            }
        }
    }

    @Test(.proves("partner/503-storage"))
    func `on a full disk a submission is a 503 with Retry-After, and later it is taken once`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let waiting = try await nuntiq.submit()
            let notes = JSONValue.string(String(repeating: "n", count: 30_000))
            let headers = ["Idempotency-Key": "k"]
            try await limitPages(to: 1, nuntiq)  // as many as there are now
            let file = Body.form(FormPart(file: UploadTests.pdf, named: "a.pdf"))
            for attempt in 0..<3 {
                let answers = [
                    try await nuntiq.partnerAPI.post(
                        TestNuntiq.submissions, .submission(["notes": notes]), headers: headers),
                    try await nuntiq.customerAPI.post(ImportTests.path, .submission(["notes": notes])),
                ]
                for answer in answers {
                    #expect(answer.status == 503, "\(attempt) \(answer.text)")
                    #expect(answer["error"] == "storage_unavailable")
                    #expect(answer.header("Retry-After") == "1")
                }
            }
            let read = try await nuntiq.supplierView(waiting)
            #expect(read["status_label"] == "Received")
            try await limitPages(to: 1_000_000, nuntiq)
            let taken = try await nuntiq.partnerAPI.post(
                TestNuntiq.submissions, .submission(["notes": notes]), headers: headers)
            #expect(taken.status == 200)
            #expect(taken.header("Idempotent-Replayed") == nil)
            #expect(try await nuntiq.customerAPI.call(.post, UploadTests.path, body: file).status == 201)
            #expect(try await nuntiq.rowCounts()["invoice"] == 2)
        }
    }

    @Test func `without its database a node takes nothing, and afterwards everything again`() async throws {
        let server = try await PostgresServer.start()
        try await withNuntiq(at: .postgres(url: server.url()), clock: TestClock(exampleDay)) { nuntiq in
            let path = TestNuntiq.submissions
            let token = try await nuntiq.submit()
            try await server.stop()
            for answer in [
                try await nuntiq.partnerAPI.post(path, .submission()),
                try await nuntiq.partnerAPI.get(path), try await nuntiq.partnerAPI.get("\(path)/\(token)"),
                try await nuntiq.partnerAPI.call(.post, "\(path)/\(token)/withdraw"),
                try await nuntiq.customerAPI.post(ImportTests.path, .submission()),
            ] {
                #expect(answer.status == 503, "\(answer.text)")
                #expect(answer.header("Retry-After") == "1")
            }
            try await server.restart()
            #expect(try await nuntiq.partnerAPI.post(path, .submission()).status == 200)
            #expect(try await nuntiq.rowCounts()["invoice"] == 2)
        }
        try await server.stop()
    }

    private func limitPages(to count: Int, _ nuntiq: TestNuntiq) async throws {
        _ = try await nuntiq.app.database.write { try $0.query("PRAGMA max_page_count = \(count)") }
    }
}
