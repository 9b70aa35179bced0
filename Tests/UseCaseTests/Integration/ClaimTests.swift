import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@Suite
struct ClaimTests {
    @Test(.proves("customer/claim-atomic"), arguments: TestDatabase.allCases)
    func `sixteen claimers at once never share an invoice, and leave none`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<100 { try await flow.seeder.insert() }
            let leases = try await withThrowingTaskGroup(of: [ClaimedLease].self) { group in
                for number in 0..<16 {
                    group.addTask { try await flow.claimAll(by: .sample(Int64(600 + number))) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(leases.count == 100)
            #expect(Set(leases.map(\.invoice)).count == 100)
            #expect(leases.allSatisfy { $0.fence == 1 })
            #expect(Set(leases.map(\.leaseToken)).count == 100)
        }
    }

    @Test(
        .proves("customer/claim-order", "transitions/queue-order-ready-at", "transitions/lapse-to-the-end"),
        arguments: TestDatabase.allCases)
    func `the oldest by ready_at comes first, and a lapse goes to the end`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let first = try await flow.seeder.insert()
            flow.clock.advance(by: .seconds(1))
            let second = try await flow.seeder.insert()
            #expect(try await flow.claimOne(60).invoice == first)
            flow.clock.advance(by: .seconds(60))
            let next = try await flow.integration.claim(ClaimRequest(limit: 2), by: flow.other)
            #expect(next.map(\.invoice) == [second, first])
            #expect(next.map(\.fence) == [1, 2])
        }
    }

    @Test(.proves("customer/claim-reference-filter"), arguments: TestDatabase.allCases)
    func `references filter exactly, case ignored, and together`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let both = try await flow.seeder.insert(.with { $0.references = ["Straße", "B", "", "", ""] })
            let one = try await flow.seeder.insert(.with { $0.references = ["STRASSE", "", "", "", ""] })
            try await flow.seeder.insert(.with { $0.references = ["Straße 2", "B", "", "", ""] })
            func claim(_ references: [Int: String]) async throws -> [Token] {
                try await flow.integration.claim(ClaimRequest(references: references), by: flow.erp).map(\.invoice)
            }
            #expect(try await claim([1: "strasse", 2: "b"]) == [both])
            #expect(try await claim([1: "%"]) == [])
            #expect(try await claim([1: "strasse", 2: ""]) == [one])
        }
    }

    @Test(.proves("customer/fence-increases", "transitions/lapse-delays"), arguments: TestDatabase.allCases)
    func `from the second lapse in a row an invoice waits 1, 5 and 15 minutes, and fails at the fifth`(
        kind: TestDatabase
    ) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            for (lapse, wait) in [0, 60, 300, 900].enumerated() {
                #expect(try await flow.claimOne(60).fence == Int64(lapse + 1))
                flow.clock.advance(by: .seconds(60 + wait) - .microseconds(1))
                #expect(try await flow.integration.claim(ClaimRequest(), by: flow.erp).isEmpty)
                flow.clock.advance(by: .microseconds(1))
            }
            _ = try await flow.claimOne(60)
            flow.clock.advance(by: .seconds(60))
            let detail = try await flow.invoices.detail(token, for: flow.erp)
            #expect(detail.state.status == .integrationFailed)
            #expect(detail.state.integration.failureCode == "LEASE_LAPSED_REPEATEDLY")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `another tenant's invoices are neither claimed nor found`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            let token = try await flow.seeder.insert()
            let stranger = Principal.sample(900, tenant: TenantID(rawValue: 2))
            #expect(try await flow.integration.claim(ClaimRequest(), by: stranger).isEmpty)
            await #expect(throws: IntegrationError.notFound) {
                try await flow.integration.acknowledge(token, by: stranger, lease: nil)
            }
            await #expect(throws: IntegrationError.notFound) {
                try await flow.invoices.detail(token, for: stranger)
            }
        }
    }

    @Test(.proves("operations/row-budget"), arguments: TestDatabase.allCases)
    func `from claim to result five rows are written per invoice, and one for the claim`(
        kind: TestDatabase
    ) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<3 { try await flow.seeder.insert() }
            let before = try await flow.rowVersions()
            let leases = try await flow.integration.claim(ClaimRequest(), by: flow.erp)
            for lease in leases {
                _ = try await flow.integration.acknowledge(lease.invoice, by: flow.erp, lease: lease.leaseToken)
                _ = try await flow.succeed(lease)
            }
            let after = try await flow.rowVersions()
            #expect(after.events - before.events == 3 * 2 + 1)
            #expect(after.versions - before.versions == 3 * 3)
            #expect(after.others == before.others)
        }
    }
}

extension ClaimFlow {
    func claimAll(by principal: Principal) async throws -> [ClaimedLease] {
        var all: [ClaimedLease] = []
        while true {
            let leases = try await integration.claim(ClaimRequest(limit: 7), by: principal)
            all += leases
            if leases.isEmpty, try await isNothingReady() { return all }
        }
    }

    private func isNothingReady() async throws -> Bool {
        var filter = InvoiceFilter()
        filter.statuses = [.pendingIntegrationFirst]
        return try await invoices.list(filter, .page(1), limit: 1, for: erp).count == 0
    }

    func succeed(_ lease: ClaimedLease, id: String = "ERP-1") async throws -> StateChange {
        try await integration.report(
            .success(PostingReport(externalIDs: [id]), force: false), on: lease.invoice, by: erp,
            lease: lease.leaseToken)
    }

    /// Events, the sum of all versions (one each time a state row is written), and the rows of everything else.
    func rowVersions() async throws -> (events: Int64, versions: Int64, others: Int64) {
        try await database.read { tx in
            func number(_ sql: String) throws -> Int64 { try tx.query(sql).first?.int(0) ?? 0 }
            return (
                try number("SELECT count(*) FROM event"),
                try number("SELECT CAST(sum(version) AS BIGINT) FROM invoice_state"),
                try number(
                    """
                    SELECT (SELECT count(*) FROM invoice) + (SELECT count(*) FROM work)
                      + (SELECT count(*) FROM incident) + (SELECT count(*) FROM claim_key)
                    """)
            )
        }
    }
}
