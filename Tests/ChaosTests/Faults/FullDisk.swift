import NuntiqTesting

extension ChaosFault {
    /// There is no room for the database.
    static let fullDatabaseDisk = ChaosFault(
        name: "disk of the database full", plan: HousePlan(smallDisk: .database), soonDone: [.sqlite]
    ) { house, _ in try await fill(house) }

    /// There is no room for files.
    static let fullFilesDisk = ChaosFault(
        name: "disk of the files full", plan: HousePlan(smallDisk: .files, hasAttachments: true), soonDone: [.sqlite]
    ) { house, _ in try await fill(house) }

    private static func fill(_ house: ChaosHouse) async throws {
        async let told: Void = house.ledger.refusals(more: 10)
        try house.ground.disk?.fill()
        await told
        house.ground.disk?.free()
        // PostgreSQL itself may have ended when it could not write its log; nodes go on.
        try await house.ground.postgres?.startIfDown()
    }
}
