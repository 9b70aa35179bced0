import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

/// Many workers and a clock that jumps: whatever they do to each other, every invoice ends once.
@Suite
struct StormTests {
    @Test(.proves("transitions/promise-plain"), arguments: TestDatabase.allCases)
    func `with leases that lapse under their workers every invoice is processed, by one success`(
        kind: TestDatabase
    ) async throws {
        try await withClaimFlow(on: kind) { flow in
            var tokens: Set<Token> = []
            for _ in 0..<60 { tokens.insert(try await flow.seeder.insert()) }
            let successes = try await withThrowingTaskGroup(of: [Token].self) { group in
                for number in 0..<8 { group.addTask { try await work(flow, by: .sample(Int64(600 + number))) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(successes.count == 60)
            #expect(Set(successes) == tokens)
            let leases = try await flow.claims()
            for (_, fences) in leases { #expect(fences == Array(1...Int64(fences.count))) }
        }
    }

    /// Claims, lets time pass for everybody, and reports what it holds; answers the successes that counted.
    private func work(_ flow: ClaimFlow, by principal: Principal) async throws -> [Token] {
        var counted: [Token] = []
        var idle = 0
        while idle < 20 {
            let leases = try await flow.integration.claim(ClaimRequest(limit: 5, leaseSeconds: 60), by: principal)
            flow.clock.advance(by: .seconds(leases.isEmpty ? 60 : 15))
            idle = leases.isEmpty ? idle + 1 : 0
            for lease in leases {
                let report = PostingReport(externalIDs: ["\(lease.invoice)"])
                let change = try await flow.integration.report(
                    .success(report, force: false), on: lease.invoice, by: principal, lease: lease.leaseToken)
                if change.statusChanged { counted.append(lease.invoice) }
            }
        }
        return counted
    }
}

extension ClaimFlow {
    /// The fences that claims handed out, per invoice, in the order of the claims.
    func claims() async throws -> [String: [Int64]] {
        let payloads = try await database.read { tx in
            try tx.query("SELECT payload FROM event WHERE tenant = ? AND kind = 'claim' ORDER BY id", [seeder.tenant])
                .map { try JSONValue.parse(try $0.text(0), limits: .trusted) }
        }
        var fences: [String: [Int64]] = [:]
        for lease in payloads.flatMap({ $0["leases"]?.array ?? [] }) {
            fences[lease["invoice_token"]?.string ?? "", default: []].append(lease["fence"]?.number?.int ?? 0)
        }
        return fences.mapValues { $0.sorted() }
    }
}
