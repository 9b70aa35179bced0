import NuntiqModel
import NuntiqTesting

/// One who calls until there is an answer, as every program should that must not lose anything.
struct ChaosCaller: Sendable {
    /// Longer than any outage here.
    private static let patience = Duration.seconds(300)

    let key: String
    let balancer: LoadBalancer
    let ledger: ChaosLedger

    /// Repeats a call until a node answers and means it.
    ///
    /// A connection that breaks, a 503, a full queue or a twin in flight say nothing about the call.
    func ask(_ call: (TestClient) async throws -> TestAnswer) async throws -> TestAnswer {
        let began = ContinuousClock.now
        var last: (any Error)?
        while ContinuousClock.now - began < Self.patience {
            try Task.checkCancellation()
            let api = await balancer.next().client(showing: key)
            do {
                let answer = try await call(api)
                if try await isFinal(answer) { return answer }
            } catch {
                last = error
            }
        }
        throw last ?? ChaosError.unanswered
    }

    private func isFinal(_ answer: TestAnswer) async throws -> Bool {
        if answer.status >= 500 {
            await ledger.refuse(answer)
            return false
        }
        return answer.status != 429 && answer["error"]?.string != "idempotency_in_flight"
    }
}
