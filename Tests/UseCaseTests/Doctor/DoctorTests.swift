import NuntiqCore
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct DoctorTests {
    @Test(.proves("operations/doctor"), arguments: TestDatabase.allCases)
    func `a working installation is sound`(kind: TestDatabase) async throws {
        try await withPatient(on: kind) { nuntiq in
            let report = try await nuntiq.examine()
            #expect(report.isSound)
            #expect(report.findings.filter { $0.count > 0 } == [])
        }
    }

    @Test(.proves("operations/doctor"), arguments: TestDatabase.allCases)
    func `every planted defect is found, named and nothing else is`(kind: TestDatabase) async throws {
        for defect in PlantedDefect.all {
            try await withPatient(on: kind) { nuntiq in
                try await nuntiq.app.database.write { tx in
                    for statement in defect.statements { try tx.execute(statement) }
                }
                let found = try await nuntiq.examine().findings.filter { $0.count > 0 }
                #expect(found.map(\.name).contains(defect.finding), "\(defect.finding): \(found)")
                #expect(Set(found.map(\.name)).isSubset(of: defect.alsoMeets.union([defect.finding])))
                #expect(found.allSatisfy { !$0.remedy.isEmpty && !$0.examples.isEmpty })
            }
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a lost file and changed bytes are found`(kind: TestDatabase) async throws {
        try await withPatient(on: kind) { nuntiq in
            let blobs = nuntiq.app.installation.blobs
            let hash = try #require(BlobHash(bytes: Array(repeating: 7, count: 32)))
            let other = try await blobs.put(nuntiq.tenant.id, Array("other".utf8))
            try await nuntiq.app.database.write { [tenant = nuntiq.tenant.id] tx in
                try BlobRows.record(tx, tenant, [BlobReference(hash: hash, size: 3)])
                try BlobRows.record(tx, tenant, [BlobReference(hash: other.hash, size: 6)])
            }
            let files = try await nuntiq.examine().findings.first { $0.name == "files" }
            #expect(files?.count == 2)
        }
    }

    @Test
    func `each invariant has a planted defect`() async throws {
        try await withPatient(on: .sqlite) { nuntiq in
            let names = Set(try await nuntiq.examine().findings.map(\.name))
            #expect(names.subtracting(PlantedDefect.all.map(\.finding)) == ["database_file", "files"])
        }
    }

    /// Runs `body` with invoices at 20, 40, 90, 92, 93 and 100, one with a file.
    private func withPatient(
        on kind: TestDatabase, _ body: @escaping @Sendable (TestNuntiq) async throws -> Void
    ) async throws {
        try await withNuntiq(on: kind) { nuntiq in
            for number in 1...4 { try await nuntiq.submit("OK-\(number)", total: "119.00") }
            try await nuntiq.submit("BAD", total: "120.00")
            try await nuntiq.work()
            try await nuntiq.carry(invoices: 3)
            try await nuntiq.submit("NEW", total: "119.00")
            try await sequenceEvents(nuntiq.app.database)
            try await body(nuntiq)
        }
    }
}

/// A row changed by hand, and the finding it must lead to.
struct PlantedDefect: Sendable {
    let finding: String
    let statements: [String]
    /// What else it breaks by its nature.
    var alsoMeets: Set<String> = []

    static let all = [
        PlantedDefect(
            finding: "invoice_state",
            statements: ["DELETE FROM invoice_state WHERE status = 40"], alsoMeets: ["attachment_owner"]),
        PlantedDefect(
            finding: "invoice_content",
            statements: [
                "DELETE FROM invoice WHERE token IN (SELECT token FROM invoice_state WHERE status = 40)"
            ]),
        PlantedDefect(finding: "invoice_id", statements: ["UPDATE invoice SET id = 7"]),
        PlantedDefect(
            finding: "received_message", statements: ["UPDATE event SET code = 'READY' WHERE code = 'RECEIVED'"],
            alsoMeets: ["audit_chain"]),
        PlantedDefect(
            finding: "status_history", statements: ["UPDATE invoice_state SET status = 60 WHERE status = 40"]),
        PlantedDefect(finding: "pipeline_work", statements: ["DELETE FROM work"]),
        PlantedDefect(
            finding: "lease_shape", statements: ["UPDATE invoice_state SET lease_ends_at = NULL WHERE status = 92"]),
        PlantedDefect(
            finding: "handout_queue", statements: ["UPDATE invoice_state SET ready_at = NULL WHERE status = 90"]),
        PlantedDefect(
            finding: "partner_keys", statements: ["DELETE FROM key_directory WHERE kind = 'partner'"]),
        PlantedDefect(finding: "grace_keys", statements: ["UPDATE partner_key SET grace_hash = key_hash"]),
        PlantedDefect(
            finding: "rotation_replay",
            statements: [
                """
                INSERT INTO rotation_replay (tenant, partner_key, idempotency_key, new_key_hash, answer, ends_at)
                SELECT tenant, id, 'k', secret_hash, secret_hash, 1 FROM partner_key
                """
            ]),
        PlantedDefect(
            finding: "api_user_keys", statements: ["DELETE FROM key_directory WHERE kind = 'api_user'"]),
        PlantedDefect(finding: "attachment_owner", statements: ["DELETE FROM blob"]),
        PlantedDefect(
            finding: "original_file",
            statements: ["UPDATE invoice SET original = (SELECT token FROM attachment LIMIT 1)"]),
        PlantedDefect(
            finding: "upload_file",
            statements: [
                """
                INSERT INTO upload (tenant, token, account, file_name, content_type, size, blob, created_at)
                SELECT tenant, token, account, 'a.pdf', 'application/pdf', 1, token, 1 FROM invoice
                """
            ]),
        PlantedDefect(
            finding: "run_recording",
            statements: [
                """
                INSERT INTO job_run (
                  tenant, id, instance, connector, cause, permissions, status, queued_at, started_at, ends_at, node,
                  log_entries, result, error, recording, recording_size)
                SELECT tenant, token, 1, 'erp', 'person', '', 'succeeded', 1, 1, 1, '', 0, '', '', token, 1 FROM invoice
                """
            ]),
        PlantedDefect(
            finding: "audit_chain", statements: ["UPDATE event SET actor_name = 'Mallory' WHERE code = 'READY'"]),
        PlantedDefect(finding: "held_mail", statements: ["UPDATE outbox SET status = 'held'"]),
        PlantedDefect(finding: "reminded_keys", statements: ["UPDATE partner_key SET expires_at = 1"]),
        PlantedDefect(finding: "default_inbox", statements: ["UPDATE inbox SET is_default = NOT is_default"]),
        PlantedDefect(
            finding: "parked_work",
            statements: ["UPDATE work SET due_at = 9223372036854775807, parked_at = 1, last_error = 'broken'"]),
    ]
}

extension TestNuntiq {
    fileprivate func examine() async throws -> DoctorReport {
        try await Doctor(database: app.database, blobs: app.installation.blobs).examine(isDeep: true)
    }

    /// Submits an invoice of 119.00 that says `total`, with a file.
    fileprivate func submit(_ number: String, total: String) async throws {
        let answer = try await partnerAPI.post(
            "/api/v1/partner/invoices",
            [
                "invoice": [
                    "supplier_number": "S-1", "invoice_number": .string(number), "invoice_date": "2026-02-19",
                    "currency": "EUR", "total_amount": .string(total), "net_amount": "100.00", "tax_amount": "19.00",
                    "lines": [["description": "Work", "quantity": "1", "unit_price": "100.00"]],
                ],
                "attachments": [["type": "ATTACHMENT", "filename": "a.txt", "content": "aGVsbG8="]],
            ])
        #expect(answer.status == 200, "\(answer.text)")
    }

    /// Claims invoices, acknowledges all but the first and reports the last as posted.
    fileprivate func carry(invoices: Int64) async throws {
        let claim = try await customerAPI.post(
            "/api/v1/invoices/claim",
            ["state": "PendingIntegration", "limit": .number(JSONNumber(invoices)), "lease_ttl_seconds": 1_800])
        let tokens = (claim.json["leases"]?.array ?? []).compactMap { $0["invoice_token"]?.string }
        #expect(tokens.count == Int(invoices))
        for token in tokens.dropFirst() {
            let answer = try await customerAPI.call(.post, "/api/v1/invoices/\(token)/acknowledge")
            #expect(answer.status == 200, "\(answer.text)")
        }
        let posted = try await customerAPI.post(
            "/api/v1/invoices/\(tokens.last ?? "")/integration-result", ["success": true, "external_id_1": "E-1"])
        #expect(posted.status == 200, "\(posted.text)")
    }
}
