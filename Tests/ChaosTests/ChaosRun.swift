import NuntiqModel
import NuntiqTesting

/// A fault that strikes a house under load, from the first measurement to the verdict.
struct ChaosRun: Sendable {
    private let chaos: ChaosCase
    private let house: ChaosHouse
    private let random: SeededGenerator

    /// How many calls a median is of.
    private static let pulseCalls = TestLength.isLong ? 20 : 5
    /// How often latency is measured until it has recovered.
    private static let pulseRounds = 5
    /// What latency may vary by: in the short form every other test runs beside this one.
    private static let latencyMargin: Duration = .milliseconds(TestLength.isLong ? 50 : 1_000)

    init(_ chaos: ChaosCase, _ house: ChaosHouse, _ random: SeededGenerator) {
        self.chaos = chaos
        self.house = house
        self.random = random
    }

    /// Runs it, and says what it came to.
    func finish() async throws -> (faults: [String], report: ChaosReport) {
        let times = ChaosTimes()
        let processes = await processIDs()
        try await ChaosLoad(house: house).run {
            let pulse = ChaosPulse(house)
            let before = try await pulse.measure("before", calls: Self.pulseCalls)
            try await strike()
            await times.keep(before: before, after: try await recovered(pulse, before))
        }
        let (before, after) = await (times.before, times.after)
        let books = await house.ledger.books
        var faults = try await verdict(before, after).faults(books)
        if !chaos.fault.restartsNodes, await processIDs() != processes { faults.append("a node was started again") }
        let report = ChaosReport(
            what: chaos, books: books, worstGap: await house.ledger.worstGap, before: before, after: after,
            faults: faults)
        return (faults, report)
    }

    /// Strikes each time after a random number of answers.
    private func strike() async throws {
        var random = random
        let pauses = TestLength.isLong || chaos.fault.times.short > 1 ? 20...80 : 10...30
        for index in 0..<chaos.times {
            await house.ledger.answers(more: Int.random(in: pauses, using: &random))
            guard await house.ledger.books.faults.isEmpty else { return }
            try await chaos.fault.strike(house, index)
        }
        await house.ledger.answers(more: pauses.lowerBound)
    }

    /// The latency after the fault: once it is as before, or what it is in the last round.
    private func recovered(_ pulse: ChaosPulse, _ before: ChaosLatency) async throws -> ChaosLatency {
        var after = before
        for round in 0..<Self.pulseRounds {
            after = try await pulse.measure("after-\(round)", calls: Self.pulseCalls)
            let verdict = Verdict(before: before, after: after, latencyMargin: Self.latencyMargin)
            if verdict.latencyFaults.isEmpty { break }
        }
        return after
    }

    private func verdict(_ before: ChaosLatency, _ after: ChaosLatency) async throws -> Verdict {
        var verdict = Verdict(before: before, after: after, latencyMargin: Self.latencyMargin)
        let caller = house.connectorCaller(0)
        verdict.invoices = try await InvoiceList.all(by: caller)
        for index in verdict.invoices.indices {
            let path = "/api/v1/invoices/\(verdict.invoices[index].token)"
            let detail = try await caller.ask { try await $0.get(path) }
            verdict.invoices[index].externalID = detail["integration"]?["external_id_1"]?.string
            let timeline = try await caller.ask { try await $0.get("\(path)/lifecycle-messages") }
            verdict.timelines += try (timeline["messages"]?.array ?? []).map(FeedMessage.init)
        }
        return verdict
    }

    private func processIDs() async -> [Int32?] {
        var ids: [Int32?] = []
        for node in house.nodes { ids.append(await node.processID) }
        return ids
    }
}

/// The two measurements of a run.
private actor ChaosTimes {
    var before = ChaosLatency(submission: .zero, claim: .zero)
    var after = ChaosLatency(submission: .zero, claim: .zero)

    func keep(before: ChaosLatency, after: ChaosLatency) {
        (self.before, self.after) = (before, after)
    }
}
