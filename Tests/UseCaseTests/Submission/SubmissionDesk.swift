import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting

/// A tenant with an inbox and two partner accounts on a fresh database and a folder of files.
struct SubmissionDesk: Sendable {
    let database: any Database
    let blobs: any BlobStore
    let clock: TestClock
    let submissions: Submissions
    let tenant: TenantID
    let globex: Principal
    let initech: Principal

    init(_ database: any Database, _ blobs: any BlobStore, _ clock: TestClock) async throws {
        (self.database, self.blobs, self.clock) = (database, blobs, clock)
        submissions = Submissions(database: database, environment: clock.environment, blobs: blobs)
        let tenants = Tenants(
            database: database, environment: clock.environment, receivingDomain: "nuntiq-receiving.com")
        tenant = try await tenants.create(NewTenant(subdomain: "acme", name: "Acme Corp"), by: .console).id
        let partners = Partners(database: database)
        globex = try await Self.principal(
            of: partners.create(NewPartner(name: "Globex"), in: tenant, by: .console), tenant)
        initech = try await Self.principal(
            of: partners.create(NewPartner(name: "Initech"), in: tenant, by: .console), tenant)
    }

    private static func principal(of partner: Partner, _ tenant: TenantID) -> Principal {
        let key = Token.random(Array(repeating: UInt8(truncatingIfNeeded: partner.id), count: 16))
        return Principal(
            id: partner.id, tenant: tenant, kind: .partner(keyID: key), name: partner.name,
            permissions: [.submitSupplierInvoice])
    }

    /// Submits a body, in chunks of `chunk` bytes.
    func submit(
        _ body: JSONValue, by principal: Principal? = nil, key: String? = nil, chunk: Int = 1 << 16
    ) async throws -> SubmissionAnswer {
        try await submit(text: body.serialized(), by: principal, key: key, chunk: chunk)
    }

    /// Submits the text of a body.
    func submit(
        text: String, by principal: Principal? = nil, key: String? = nil, chunk: Int = 1 << 16
    ) async throws -> SubmissionAnswer {
        let principal = principal ?? globex
        let received = try await receive(Array(text.utf8), chunk: chunk, isDryRun: false)
        return try await submissions.submit(received, by: principal, key: key)
    }

    /// Checks a body as a dry run does.
    func check(_ body: JSONValue) async throws -> CheckedSubmission {
        let received = try await receive(body.serializedBytes(), chunk: 1 << 16, isDryRun: true)
        return try await submissions.check(received, by: globex)
    }

    private func receive(_ bytes: [UInt8], chunk: Int, isDryRun: Bool) async throws -> ReceivedSubmission {
        let intake = submissions.intake(for: globex, isDryRun: isDryRun)
        do {
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                let end = min(start + chunk, bytes.count)
                try bytes[start..<end].withUnsafeBytes { try intake.feed($0) }
                try await intake.store()
            }
            return try await intake.finish()
        } catch {
            await intake.abandon()
            throw error
        }
    }

    /// The content document of an invoice.
    func content(of invoice: Token) async throws -> InvoiceContent {
        try await database.read { [tenant] tx in
            let rows = try tx.query(
                "SELECT content FROM invoice WHERE tenant = ? AND token = ?", [tenant, invoice])
            return try InvoiceContent(text: rows[0].text(0))
        }
    }

    /// How many rows a table has.
    func count(_ table: String) async throws -> Int64 {
        try await database.read { tx in try tx.query("SELECT COUNT(*) FROM \(table)")[0].int(0) }
    }
}

/// Runs `body` with a desk of its own.
func withDesk(
    on kind: TestDatabase, _ body: @Sendable (SubmissionDesk) async throws -> Void
) async throws {
    let clock = TestClock()
    try await withDatabase(on: kind, clock: clock) { database in
        try await withBlobStore(on: .folder, clock: clock) { blobs in
            try await body(try await SubmissionDesk(database, blobs, clock))
        }
    }
}

/// A JSON number with these digits.
func decimal(_ digits: String) -> JSONValue {
    JSONNumber(digits).map(JSONValue.number) ?? .null
}

extension JSONValue {
    /// A body as the public example has it, with `invoice` changed.
    static func submission(_ invoice: JSONObject = [:], _ more: JSONObject = [:]) -> JSONValue {
        var fields: JSONObject = [
            "supplier_number": "S-001", "invoice_number": "INV-2026-0042", "invoice_date": "2026-05-19",
            "currency": "USD", "total_amount": decimal("1234.56"),
            "lines": [["description": "Consulting, May 2026", "quantity": 1, "unit_price": "1234.56"]],
        ]
        for member in invoice.members { fields[member.key] = member.value.isNull ? nil : member.value }
        var body: JSONObject = ["invoice": .object(fields)]
        for member in more.members { body[member.key] = member.value }
        return .object(body)
    }
}

/// The faults of a refused submission.
func faults(_ submit: () async throws -> Void) async throws -> [FieldFault] {
    do {
        try await submit()
        return []
    } catch SubmissionError.invalid(let faults) {
        return faults
    }
}
