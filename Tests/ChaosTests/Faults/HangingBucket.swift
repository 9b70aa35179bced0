import Foundation
import NuntiqTesting

extension ChaosFault {
    /// The bucket's server takes connections and answers nothing, until callers have been told.
    static let hangingBucket = ChaosFault(
        name: "bucket that does not answer", plan: HousePlan(hasBucket: true, hasAttachments: true),
        soonDone: [.sqlite]
    ) { house, _ in
        async let told: Void = house.ledger.refusals(more: 2)
        await house.ground.bucket?.send(SIGSTOP)
        await told
        await house.ground.bucket?.send(SIGCONT)
    }
}
