import Foundation
import NuntiqStore
import NuntiqTesting

/// What a house stands on: folder, database, and those parts of a machine that a fault breaks.
struct Ground: Sendable {
    /// Where what the programs print is kept.
    let folder: String
    let kind: TestDatabase
    /// The PostgreSQL server, of this house alone.
    var postgres: PostgresServer?
    var disk: SmallDisk?
    var clock: SteppedClock?
    var bucket: TestS3Server?
    private(set) var bucketURL: String?

    /// The folder of files and master key, and of the embedded database.
    var data: String { "\(folder)/data" }

    /// The database.
    var location: DatabaseLocation {
        postgres.map { .postgres(url: $0.url()) } ?? .folder(data)
    }

    /// What every program of the house is told.
    var settings: [String: String] {
        var settings = ["NUNTIQ_RATE_LIMIT": "off", "NUNTIQ_DATA": data]
        if let postgres { settings["NUNTIQ_DATABASE_URL"] = postgres.url() }
        if let bucketURL { settings["NUNTIQ_BLOB_URL"] = bucketURL }
        return settings.merging(clock?.environment ?? [:]) { $1 }
    }

    /// Runs `body` on ground that was laid by the plan, and clears it whatever happens.
    static func with(
        _ plan: HousePlan, on kind: TestDatabase, _ body: (Ground) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            chmod(folder, 0o755)  // the database's user reads the clock there
            var ground = Ground(folder: folder, kind: kind)
            do {
                try await ground.lay(plan)
                try await body(ground)
            } catch {
                try await ground.clear()
                throw error
            }
            try await ground.clear()
        }
    }

    private init(folder: String, kind: TestDatabase) {
        self.folder = folder
        self.kind = kind
    }

    private mutating func lay(_ plan: HousePlan) async throws {
        if plan.hasSteppedClock { clock = try await SteppedClock(folder: folder) }
        if plan.hasBucket {
            let server = TestS3Server()
            bucket = server
            bucketURL = try await server.makeBucket(named: "chaos")
        }
        switch (plan.smallDisk, kind) {
        case (.database, .sqlite): disk = try SmallDisk(at: data, megabytes: 24)
        case (.files, _): disk = try SmallDisk(at: "\(data)/files", megabytes: 24)
        case (.database, .postgres), (nil, _): break
        }
        guard kind == .postgres else { return }
        postgres = try await PostgresServer.start(environment: clock?.environment ?? [:]) { folder in
            if plan.smallDisk == .database { disk = try SmallDisk(at: folder, megabytes: 192) }
        }
    }

    private func clear() async throws {
        try await postgres?.remove()
        await bucket?.stop()
        disk?.unmount()
    }
}
