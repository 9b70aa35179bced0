import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct AttachmentHTTPTests {
    private static let text = "0123456789"

    /// Puts a file into the store and beside an invoice; answers the path of its download.
    private func attach(
        _ nuntiq: TestNuntiq, name: String = "invoice.pdf", type: String = "application/pdf", to invoice: Token? = nil
    ) async throws -> String {
        let tenant = nuntiq.tenant.id
        let reference = try await nuntiq.app.installation.blobs.put(tenant, Array(Self.text.utf8))
        let owner: Token
        if let invoice { owner = invoice } else { owner = try await nuntiq.seeder.insert() }
        let token = Token.version7(at: nuntiq.clock.now, random: nuntiq.app.environment.random(8))
        try await nuntiq.app.database.write { tx in
            try tx.execute(
                """
                INSERT INTO attachment (tenant, token, invoice, position, type, file_name, content_type, size, blob,
                  created_at)
                VALUES (?, ?, ?, 0, 'INVOICE_IMAGE', ?, ?, ?, ?, ?)
                """,
                [tenant, token, owner, name, type, reference.size, reference.hash, tx.now])
        }
        return "/api/v1/attachment/\(token)"
    }

    @Test(.proves("customer/attachment-bytes"), arguments: TestDatabase.allCases)
    func `a file has its bytes, type, original name and an ETag that saves the next download`(
        kind: TestDatabase
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            let path = try await attach(nuntiq, name: "Rechnung \"März\" 2026/05.pdf")
            let answer = try await nuntiq.customerAPI.get(path)
            #expect(answer.status == 200)
            #expect(answer.text == Self.text)
            #expect(answer.header("Content-Type") == "application/pdf")
            #expect(answer.header("Content-Length") == "10")
            #expect(
                answer.header("Content-Disposition")
                    == "attachment; filename=\"Rechnung _M_rz_ 2026_05.pdf\"; "
                    + "filename*=UTF-8''Rechnung%20%22M%C3%A4rz%22%202026%2F05.pdf")
            #expect(answer.header("X-Content-Type-Options") == "nosniff")
            #expect(answer.header("Content-Security-Policy") == "sandbox; default-src 'none'")
            let tag = try #require(answer.header("ETag"))
            let again = try await nuntiq.customerAPI.get(path, headers: ["If-None-Match": "\"x\", W/\(tag)"])
            #expect(again.status == 304)
            #expect(again.bytes.isEmpty)
            let head = try await nuntiq.customerAPI.call(.head, path)
            #expect(head.header("Content-Length") == "10")
        }
    }

    @Test(
        .proves("customer/attachment-ranges"),
        arguments: [
            ("bytes=0-3", 206, "0123", "bytes 0-3/10"), ("bytes=4-", 206, "456789", "bytes 4-9/10"),
            ("bytes=-2", 206, "89", "bytes 8-9/10"), ("bytes=8-9223372036854775807", 206, "89", "bytes 8-9/10"),
            ("bytes=-9223372036854775807", 206, text, "bytes 0-9/10"),
            ("bytes=9223372036854775807-", 416, "", "bytes */10"), ("bytes=8-99", 206, "89", "bytes 8-9/10"),
            ("bytes=10-", 416, "", "bytes */10"), ("bytes=-0", 416, "", "bytes */10"),
            ("bytes=0-1,3-4", 200, text, nil), ("bytes=5-2", 200, text, nil), ("lines=1-2", 200, text, nil),
            ("bytes=x-", 200, text, nil),
        ] as [(String, Int, String, String?)])
    func `ranges are cut as asked`(wanted: String, status: Int, text: String, place: String?) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let path = try await attach(nuntiq)
            let answer = try await nuntiq.customerAPI.get(path, headers: ["Range": wanted])
            #expect(answer.status == status)
            #expect(answer.text == text)
            #expect(answer.header("Content-Range") == place)
            let changed = try await nuntiq.customerAPI.get(path, headers: ["Range": wanted, "If-Range": "\"old\""])
            #expect(changed.status == 200)
        }
    }

    @Test(
        .proves("customer/attachment-inline-safe"),
        arguments: [
            ("application/pdf", "inline"), ("image/png", "inline"), ("text/html", "attachment"),
            ("image/svg+xml", "attachment"), ("application/xml", "attachment"), ("text/xml", "attachment"),
        ])
    func `only what runs no script is shown inline`(type: String, kind: String) async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let path = try await attach(nuntiq, name: "file", type: type)
            let answer = try await nuntiq.customerAPI.get("\(path)?inline=true")
            #expect(answer.header("Content-Disposition") == "\(kind); filename=\"file\"")
        }
    }

    @Test(.proves("customer/attachment-400-404", "customer/permission-read-docs"))
    func `a bad token is 400, an unknown one 404, one of an invoice that is not held 403`() async throws {
        try await withNuntiq(on: .sqlite) { nuntiq in
            let bad = try await nuntiq.customerAPI.get("/api/v1/attachment/nothing")
            #expect(bad.status == 400)
            let unknown = try await nuntiq.customerAPI.get("/api/v1/attachment/00000000-0000-7000-8000-000000000000")
            #expect(unknown.status == 404)
            #expect(unknown["error"] == "attachment_not_found")
            let users = ApiUsers(
                database: nuntiq.app.database, environment: nuntiq.app.environment,
                secrets: nuntiq.app.installation.secrets)
            let connector = try await users.create(
                "connector", permissions: [.integrateInvoices], in: nuntiq.tenant.id, by: .console)
            let client = nuntiq.stranger.showing(connector.apiKey)
            let invoice = try await nuntiq.seeder.insert()
            let path = try await attach(nuntiq, to: invoice)
            let refused = try await client.get(path)
            #expect(refused.status == 403)
            _ = try await claimOne(nuntiq, client)
            let read = try await client.get(path)
            #expect(read.status == 200)
        }
    }
}
