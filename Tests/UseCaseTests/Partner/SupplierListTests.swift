import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct SupplierListTests {
    @Test(.proves("partner/status-list"), arguments: TestDatabase.allCases)
    func `own invoices come newest first, page by page, while more arrive`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let other = try await nuntiq.partner("Initech")
            var sent: [String] = []
            for number in 0..<25 {
                sent.append(try await nuntiq.submit(["invoice_number": .string("INV-\(number)")]))
                nuntiq.clock.advance(by: .seconds(1))
                if number.isMultiple(of: 5) { _ = try await nuntiq.submit(by: other) }
            }
            var seen: [String] = []
            var cursor = ""
            repeat {
                let path = "\(TestNuntiq.submissions)?limit=10&cursor=\(cursor)&since=&invoice_number="
                let page = try await nuntiq.partnerAPI.get(path)
                #expect(page.status == 200, "\(page.text)")
                seen += page["data"]?["items"]?.array?.compactMap { $0["invoice_token"]?.string } ?? []
                cursor = page["data"]?["next_cursor"]?.string ?? ""
                _ = try await nuntiq.submit()
                nuntiq.clock.advance(by: .seconds(1))
            } while !cursor.isEmpty
            #expect(seen == sent.reversed())
            let first = try await nuntiq.partnerAPI.get("\(TestNuntiq.submissions)?limit=1")
            #expect(
                first["data"]?["items"]?.array?.first?.object?.keys == [
                    "invoice_token", "invoice_id", "invoice_number", "supplier_number", "total_amount", "currency",
                    "created_at", "status_group", "status_label", "can_withdraw",
                ])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a list is filtered by number and by when an invoice came`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let early = try await nuntiq.submit(["invoice_number": "Straße 1"])
            nuntiq.clock.advance(by: .seconds(60))
            let late = try await nuntiq.submit(["invoice_number": "B-2"])
            func tokens(_ query: String) async throws -> [String] {
                let answer = try await nuntiq.partnerAPI.get("\(TestNuntiq.submissions)?\(query)")
                #expect(answer.status == 200, "\(answer.text)")
                return answer["data"]?["items"]?.array?.compactMap { $0["invoice_token"]?.string } ?? []
            }
            #expect(try await tokens("invoice_number=%20STRASSE%201") == [early])
            #expect(try await tokens("invoice_number=strass") == [])
            #expect(try await tokens("since=2026-05-20T12:01:00Z") == [late])
            #expect(try await tokens("since=2026-05-20T14:00:00+02:00") == [late, early])
            #expect(try await tokens("since=2026-05-20T12:01:00.000001Z") == [])
        }
    }

    @Test func `what is no number, time, token or limit is a 400 that names it`() async throws {
        try await withSuppliers(on: .sqlite) { nuntiq in
            let answer = try await nuntiq.partnerAPI.get(
                "\(TestNuntiq.submissions)?since=yesterday&cursor=x&limit=101")
            #expect(answer.status == 400)
            #expect(answer["details"]?.array?.compactMap { $0["field"]?.string } == ["since", "cursor", "limit"])
            for path in ["nothing", "%00", "1"] {
                let status = try await nuntiq.partnerAPI.get("\(TestNuntiq.submissions)/\(path)")
                #expect(status.status == 400)
                #expect(status["details"]?.array?.first?["field"] == "invoice_token")
            }
            let method = try await nuntiq.partnerAPI.call(.delete, "\(TestNuntiq.submissions)/x")
            #expect(method.status == 405)
        }
    }
}
