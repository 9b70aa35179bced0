import NuntiqModel
import NuntiqStore
import NuntiqTesting
import Testing

@testable import NuntiqCore

/// Looking a key up costs the same however many there are.
@Suite
struct KeyPlanTests {
    @Test(arguments: TestDatabase.allCases)
    func `a presented key is found by keys of tables alone`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let issued = try await accounts.issue()
            let hash = accounts.secrets.hash(issued.apiKey)
            let plans = try await plans(accounts) { tx in _ = try KeyHolderRepository(tx).find(hash) }
            expectIndexed(plans)
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `an account's keys are found by their index`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let (acme, globex) = (accounts.acme.id, accounts.globex.id)
            let plans = try await plans(accounts) { tx in
                _ = try KeyRepository(tx).all(acme, of: globex)
                _ = try KeyRepository(tx).live(acme, of: globex, at: tx.now)
            }
            #expect(plans.allSatisfy { $0.contains("partner_key_by_partner") }, "\(plans)")
        }
    }

    @Test(arguments: TestDatabase.allCases)
    func `a rotation holds its row and finds its replay by their keys`(kind: TestDatabase) async throws {
        try await withAccounts(on: kind) { accounts in
            let (acme, id) = (accounts.acme.id, try await accounts.issue().key.id)
            let shown = CredentialHashes(pepper: 1, key: [1], secret: [2])
            let plans = try await plans(accounts) { tx in
                _ = try RotationRepository(tx).hold(acme, id, shown)
                _ = try RotationReplayRepository(tx).find(acme, of: id, "k", replaced: [1])
            }
            expectIndexed(plans)
        }
    }

    /// The plans of what `body` asks, in a database whose tables are too large to read through.
    private func plans(
        _ accounts: AccountsUnderTest, _ body: @escaping @Sendable (PlanRecorder) throws -> Void
    ) async throws -> [String] {
        try await accounts.database.write { tx in
            try crowd(accounts, tx)
            let recorder = PlanRecorder(tx)
            try body(recorder)
            return recorder.plans
        }
    }

    /// Keys of other accounts, and no liking for reading tables through.
    private func crowd(_ accounts: AccountsUnderTest, _ tx: any Transaction) throws {
        for number in 0..<300 {
            let bytes = [UInt8](repeating: UInt8(number % 256), count: 15) + [UInt8(number / 256)]
            try tx.execute(
                """
                INSERT INTO partner_key (tenant, id, partner, label, label_folded, pepper, key_hash, secret_hash,
                  prefix, last_4, created_at, last_used_from)
                VALUES (?, ?, ?, 'l', 'l', 1, ?, ?, '', '', ?, '')
                """,
                [accounts.acme.id, bytes, 1_000_000 + number, bytes, bytes, tx.now])
        }
        guard tx.dialect == .postgres else { return }
        try tx.execute("ANALYZE partner_key")
        try tx.execute("SET LOCAL enable_seqscan = off")
    }

    private func expectIndexed(_ plans: [String]) {
        for plan in plans {
            #expect(!plan.contains("Seq Scan") && !plan.contains("SCAN "), "\(plan)")
        }
    }
}
