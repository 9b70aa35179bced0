import Foundation
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
        }
    }
}
