import NuntiqTesting

extension ChaosFault {
    /// The clock of the machine is set forward by an hour and then right, and the hour passes.
    ///
    /// What became ready in that hour may wait until the clock is there again; nothing waits for longer.
    static let clockForward = ChaosFault(
        name: "clock an hour forward", plan: HousePlan(hasSteppedClock: true), soonDone: [.sqlite]
    ) { house, index in
        let right = Duration.seconds(3_600) * index
        for offset in [right + .seconds(3_600), right, right + .seconds(3_600)] { try await step(house, to: offset) }
    }

    /// The clock of the machine is set back by an hour, and then right.
    static let clockBack = ChaosFault(
        name: "clock an hour back", plan: HousePlan(hasSteppedClock: true), soonDone: [.postgres]
    ) { house, _ in
        for offset in [Duration.seconds(-3_600), .zero] { try await step(house, to: offset) }
    }

    private static func step(_ house: ChaosHouse, to offset: Duration) async throws {
        try house.ground.clock?.set(to: offset)
        await house.ledger.answers(more: 20)
    }
}
