import Dispatch
import NuntiqModel
import NuntiqServer
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

@Suite
struct SweepTests {
    @Test(arguments: TestDatabase.allCases)
    func `an upload that nothing took over goes after a day, with its row and its file`(
        kind: TestDatabase
    ) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let used = try await upload([1, 2, 3], nuntiq)
            _ = try await upload([4, 5, 6], nuntiq)
            let attachment: JSONObject = ["document_token": used, "type": "ATTACHMENT"]
            let answer = try await nuntiq.customerAPI.post(
                ImportTests.path, .submission([:], ["attachments": [.object(attachment)], "mystery": 1]))
            #expect(answer.status == 200, "\(answer.text)")
            let database = nuntiq.app.database
            #expect(try await UploadSweep(database: database).run() == 0)
            nuntiq.clock.advance(by: .seconds(86_400))
            #expect(try await BlobRowSweep(database: database).run() == 0)
            #expect(try await UploadSweep(database: database).run() == 2)
            #expect(try await nuntiq.rowCounts()["blob"] == 3)  // two uploads and the original with its unknown key
            #expect(try await BlobRowSweep(database: database).run() == 1)
            #expect(try await nuntiq.rowCounts()["blob"] == 2)
            let blobs = nuntiq.app.installation.blobs
            let sweep = BlobSweep(database: database, store: blobs, minimumAge: .seconds(3_600))
            #expect(try await sweep.run().setAside == 1)
            nuntiq.clock.advance(by: .seconds(3_601))
            #expect(try await sweep.run().destroyed == 1)
            let token = try #require(answer["data"]?["invoice_token"]?.string)
            let detail = try await nuntiq.customerAPI.get("/api/v1/invoices/\(token)")
            let handle = try #require(detail["attachments"]?.array?.first?["attachment_token"]?.string)
            #expect(try await nuntiq.customerAPI.get("/api/v1/attachment/\(handle)").bytes == [1, 2, 3])
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a recording stays as long as its run`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let (database, tenant) = (nuntiq.app.database, nuntiq.tenant.id)
            let file = try await nuntiq.app.installation.blobs.put(tenant, [7])
            try await database.write { tx in
                try BlobRows.record(tx, tenant, [file])
                try tx.execute(
                    """
                    INSERT INTO job_run (
                      tenant, id, instance, connector, cause, permissions, status, queued_at, started_at, ends_at, node,
                      log_entries, result, error, recording, recording_size)
                    VALUES (?, ?, 1, 'erp', 'person', '', 'succeeded', 1, 1, 1, '', 0, '', '', ?, ?)
                    """,
                    [tenant, Token.version7(at: tx.now, random: Array(repeating: 1, count: 8)), file.hash, file.size])
            }
            nuntiq.clock.advance(by: .seconds(2 * 86_400))
            #expect(try await BlobRowSweep(database: database).run() == 0)
            #expect(try await JobSweep(database: database).run() == 0)
            nuntiq.clock.advance(by: JobSweep.kept)
            #expect(try await JobSweep(database: database).run() == 1)
            #expect(try await BlobRowSweep(database: database).run() == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a file that is put again while its row is idle keeps its row`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let (database, tenant) = (nuntiq.app.database, nuntiq.tenant.id)
            let file = try await nuntiq.app.installation.blobs.put(tenant, [7])
            try await database.write { tx in try BlobRows.record(tx, tenant, [file]) }
            nuntiq.clock.advance(by: .seconds(86_400))
            try await database.write { tx in try BlobRows.record(tx, tenant, [file]) }
            #expect(try await BlobRowSweep(database: database).run() == 0)
            nuntiq.clock.advance(by: .seconds(86_400))
            #expect(try await BlobRowSweep(database: database).run() == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a file that is named while the sweep looks at it keeps its row`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let (database, tenant) = (nuntiq.app.database, nuntiq.tenant.id)
            let file = try await nuntiq.app.installation.blobs.put(tenant, [7])
            try await database.write { tx in try BlobRows.record(tx, tenant, [file]) }
            nuntiq.clock.advance(by: .seconds(86_400))
            let (named, looked) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
            async let naming: Void = database.write { tx in
                try BlobRows.record(tx, tenant, [file])
                _ = try tx.query("SELECT 1")  // so that the statement is sent
                named.signal()
                _ = looked.wait(timeout: .now() + 30)
            }
            await waiting(for: named)
            let page = try await database.read { tx in
                try BlobRowSweep.page(tx, after: .init(tenant: tenant, hash: []))
            }
            #expect(page.map(\.isIdle) == [true])
            let place = try #require(page.first?.place)
            async let removed = database.write { tx in try BlobRowSweep.remove(tx, place) }
            looked.signal()
            try await naming
            #expect(try await removed == 0)
            #expect(try await nuntiq.rowCounts()["blob"] == 1)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `keys of messages go after a day, in batches, and younger ones stay`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            let old = AgedRows.batchMax + 3
            try await insertKeys(0..<old, nuntiq)
            nuntiq.clock.advance(by: .seconds(3_600))
            try await insertKeys(old..<(old + 5), nuntiq)
            nuntiq.clock.advance(by: .seconds(23 * 3_600))
            let sweep = LifecycleKeySweep(database: nuntiq.app.database)
            #expect(try await sweep.run() == old)
            #expect(try await sweep.run() == 0)
            #expect(try await nuntiq.rowCounts()["lifecycle_key"] == 5)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `every sweep finds what it removes by an index`(kind: TestDatabase) async throws {
        try await withSuppliers(on: kind) { nuntiq in
            try await insertKeys(0..<2_000, nuntiq)
            let tenant = nuntiq.tenant.id
            let plans = try await nuntiq.app.database.write { tx in
                // The tables are small, which makes PostgreSQL read them whole where it may.
                if tx.dialect == .postgres { try tx.execute("SET LOCAL enable_seqscan = off") }
                let recorder = PlanRecorder(tx)
                for rows in [LifecycleKeySweep.rows, UploadSweep.rows] {
                    _ = try recorder.query(rows.owners, [tx.now - rows.life])
                    _ = try recorder.query(rows.removal, [tenant, tenant, tx.now - rows.life, 500])
                }
                _ = try BlobRowSweep.page(recorder, after: .init(tenant: tenant, hash: []))
                return recorder.plans
            }
            let indexes = [
                "lifecycle_key_by_age", "lifecycle_key_by_age", "upload_by_age", "upload_by_age", "upload_by_blob",
            ]
            try #require(plans.count == indexes.count)
            for (plan, index) in zip(plans, indexes) { #expect(plan.contains(index), "\(plan)") }
            #expect(plans[4].contains("attachment_by_blob"), "\(plans[4])")
            #expect(plans[4].contains("invoice_by_original"), "\(plans[4])")
        }
    }

    private func upload(_ bytes: [UInt8], _ nuntiq: TestNuntiq) async throws -> JSONValue {
        let answer = try await nuntiq.customerAPI.call(
            .post, UploadTests.path, body: .form(FormPart(file: bytes, named: "data.bin")))
        return try #require(answer["document_token"])
    }

    private func insertKeys(_ numbers: Range<Int>, _ nuntiq: TestNuntiq) async throws {
        let tenant = nuntiq.tenant.id
        try await nuntiq.app.database.write { tx in
            for number in numbers {
                try tx.execute(
                    """
                    INSERT INTO lifecycle_key (tenant, principal, key, request_hash, created_at) VALUES (?, ?, ?, ?, ?)
                    """,
                    [tenant, 1, "key \(number)", [UInt8](), tx.now])
            }
        }
    }
}
