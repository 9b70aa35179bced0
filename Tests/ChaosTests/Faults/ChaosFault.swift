import Foundation
import NuntiqTesting
import Testing

/// One way to break a running house.
struct ChaosFault: Sendable {
    let name: String
    /// What the house is built with.
    var plan = HousePlan()
    /// The databases it makes sense on.
    var databases = TestDatabase.allCases
    /// On which of them it is tried in the short form.
    var soonDone: [TestDatabase] = []
    /// How often it strikes in the long form, and in the short one.
    var times = (long: 3, short: 1)
    /// Whether it ends nodes; from any other fault they recover without a restart.
    var restartsNodes = false
    /// Breaks the house, sees to it that this was felt, and mends it; told the how manieth time it is, from 0.
    let strike: @Sendable (ChaosHouse, Int) async throws -> Void

    /// All there are.
    static let all: [ChaosFault] = [
        .killedNode, .killedOfTwo, .pausedNode, .pausedOfTwo, .pausedConnector, .killedPostgres, .cutConnections,
        .idleTransaction, .fullDatabaseDisk, .fullFilesDisk, .hangingBucket, .noDescriptors, .clockForward, .clockBack,
    ]
}

/// A fault on a database.
struct ChaosCase: Sendable, CustomTestStringConvertible {
    let fault: ChaosFault
    let database: TestDatabase

    var testDescription: String { "\(fault.name), \(database)" }
    /// How often the fault strikes in this form.
    var times: Int { TestLength.isLong ? fault.times.long : fault.times.short }

    /// What this form tries, on this machine.
    static let all: [ChaosCase] = ChaosFault.all.filter(isWanted).flatMap { fault -> [ChaosCase] in
        guard fault.plan.smallDisk == nil || SmallDisk.isPossible else {
            print("\(fault.name): not tried, for nothing can be mounted here (unshare -m -c --keep-caps make chaos)")
            return []
        }
        let databases = TestLength.isLong ? fault.databases : fault.soonDone
        return databases.map { ChaosCase(fault: fault, database: $0) }
    }

    /// Everything, unless a run names a part.
    private static func isWanted(_ fault: ChaosFault) -> Bool {
        let part = ProcessInfo.processInfo.environment["NUNTIQ_CHAOS_FAULT"] ?? ""
        return part.isEmpty || fault.name.contains(part)
    }
}
