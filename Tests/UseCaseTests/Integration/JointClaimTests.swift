import NuntiqCore
import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

/// Claims that wait together are handed out together, and each is answered as if it were alone.
@Suite
struct JointClaimTests {
    private static let callers = 40
    private static let invoices = 70

    @Test(.proves("customer/claim-atomic"), arguments: TestDatabase.allCases)
    func `many claims at once get what they want of what is there, none of it twice`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<Self.invoices { try await flow.seeder.insert() }
            let answers = try await claimAtOnce(flow)
            for (number, leases) in answers { #expect(leases.count <= 1 + number % 5) }
            let tokens = answers.values.flatMap { $0.map(\.invoice) }
            #expect(tokens.count == Self.invoices)
            #expect(Set(tokens).count == Self.invoices)
            let told = try await flow.claims()
            #expect(told.count == Self.invoices && told.values.allSatisfy { $0 == [1] })
            for (number, leases) in try await claimAtOnce(flow) { #expect(leases == (answers[number] ?? [])) }
        }
    }

    /// Each caller wants one to five, under a key of its own.
    private func claimAtOnce(_ flow: ClaimFlow) async throws -> [Int: [ClaimedLease]] {
        try await withThrowingTaskGroup(of: (Int, [ClaimedLease]).self) { group in
            for number in 0..<Self.callers {
                group.addTask {
                    let request = ClaimRequest(limit: 1 + number % 5, idempotencyKey: "key \(number)")
                    return (number, try await flow.integration.claim(request, by: .sample(Int64(600 + number))))
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test(.proves("customer/claim-idempotency-422"), arguments: TestDatabase.allCases)
    func `a claim that is refused takes none of the others with it`(kind: TestDatabase) async throws {
        try await withClaimFlow(on: kind) { flow in
            for _ in 0..<Self.callers { try await flow.seeder.insert() }
            _ = try await flow.integration.claim(ClaimRequest(limit: 1, idempotencyKey: "k"), by: flow.erp)
            let counts = await withTaskGroup(of: Int?.self) { group in
                for number in 1..<Self.callers {
                    group.addTask {
                        let isRefused = number.isMultiple(of: 8)
                        let request = ClaimRequest(
                            limit: isRefused ? 2 : 1, idempotencyKey: isRefused ? "k" : "key \(number)")
                        return try? await flow.integration.claim(request, by: flow.erp).count
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts.filter { $0 == nil }.count == 4)
            #expect(counts.compactMap(\.self).allSatisfy { $0 == 1 })
        }
    }
}
