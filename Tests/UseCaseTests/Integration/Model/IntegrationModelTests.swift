import Foundation
import NuntiqCore
import NuntiqStore
import NuntiqTesting
import Testing

/// Random walks against a small reference model of `transitions.md`, the same seeds on both databases.
///
/// `NUNTIQ_MODEL_SEEDS` and `NUNTIQ_MODEL_STEPS` ask for more; a failure names its seed and the steps that led to it.
@Suite
struct IntegrationModelTests {
    static let seeds = UInt64(ProcessInfo.processInfo.environment["NUNTIQ_MODEL_SEEDS"] ?? "") ?? 8
    static let steps = Int(ProcessInfo.processInfo.environment["NUNTIQ_MODEL_STEPS"] ?? "") ?? 250

    @Test(.proves("transitions/one-event-per-change"), arguments: TestDatabase.allCases, Array(1...seeds))
    func `walks agree with the reference model`(kind: TestDatabase, seed: UInt64) async throws {
        try await withClaimFlow(on: kind) { flow in
            var walk = RandomWalk(flow, seed: seed)
            try await walk.run(steps: Self.steps)
            try await expectSound(flow)
        }
    }

    /// Rows and events agree after every walk; the invoices of a walk have no intake, so no message RECEIVED.
    private func expectSound(_ flow: ClaimFlow) async throws {
        try await sequenceEvents(flow.database)
        try await withTemporaryFolder { folder in
            let blobs = try await FolderBlobStore.open(root: folder, environment: flow.clock.environment)
            let report = try await Doctor(database: flow.database, blobs: blobs).examine()
            try await blobs.close()
            let broken = report.findings.filter { $0.count > 0 && $0.severity == .fault }
            #expect(broken.map(\.name).filter { $0 != "received_message" } == [], "\(broken)")
        }
    }
}
