/// What a run comes to: the books held against what the house shows in the end.
struct Verdict: Sendable {
    /// An invoice as the list shows it, with the ERP's id.
    struct Invoice: Sendable, Hashable {
        var number: String
        var token: String
        var status: Int64
        var externalID: String?
    }

    var invoices: [Invoice] = []
    /// The messages of all invoices, as their own timelines tell them.
    var timelines: [FeedMessage] = []
    var before: ChaosLatency
    var after: ChaosLatency
    /// What latency may vary by on this machine.
    var latencyMargin: Duration

    /// What every invoice goes through that is posted.
    private static let codes: Set<String> = ["RECEIVED", "READY", "IN_PROCESS", "ACCEPTED"]

    /// Every promise that was broken; none, it is hoped.
    func faults(_ books: ChaosBooks) -> [String] {
        books.faults + books.leases.faults + submissionFaults(books) + resultFaults(books)
            + books.feed.faults(against: timelines) + messageFaults(books) + latencyFaults
    }

    /// Each submission that was acknowledged is there once, under its token, and nothing else is.
    private func submissionFaults(_ books: ChaosBooks) -> [String] {
        let found = Dictionary(grouping: invoices, by: \.number)
        let lost = books.accepted.compactMap { number, token in
            found[number]?.contains { $0.token == token } == true ? nil : "lost: \(number), \(token)"
        }
        let doubled = found.filter { $0.value.count > 1 }.map { "doubled: \($0.key)" }
        return lost + doubled + found.keys.filter { books.accepted[$0] == nil }.map { "unasked for: \($0)" }
    }

    /// Each is posted, with the ERP's id that was reported.
    private func resultFaults(_ books: ChaosBooks) -> [String] {
        invoices.compactMap { invoice in
            let id = books.posted[invoice.token]
            guard invoice.status != 100 || id == nil || invoice.externalID != id else { return nil }
            return "\(invoice.number) is at \(invoice.status) as \(invoice.externalID ?? "-"), posted as \(id ?? "-")"
        }
    }

    /// Each has told its whole story; a success by a lease that was lost comes without an acknowledgement.
    private func messageFaults(_ books: ChaosBooks) -> [String] {
        let told = Dictionary(grouping: books.feed.messages, by: \.token).mapValues { Set($0.map(\.code)) }
        return books.posted.keys.compactMap { token in
            let skipped: Set = books.leases.lostTokens.contains(token) ? ["IN_PROCESS"] : []
            let missing = Self.codes.subtracting(told[token] ?? []).subtracting(skipped)
            return missing.isEmpty ? nil : "\(token) has no \(missing.sorted().joined(separator: ", "))"
        }
    }

    /// Latency that did not come back.
    var latencyFaults: [String] {
        [
            latencyFault("a submission", before.submission, after.submission),
            latencyFault("a claim", before.claim, after.claim),
        ].compactMap(\.self)
    }

    private func latencyFault(_ what: String, _ before: Duration, _ after: Duration) -> String? {
        let bound = before * 5 + latencyMargin
        guard after > bound else { return nil }
        return "\(what) takes \(after.milliseconds) ms, \(before.milliseconds) before, at most \(bound.milliseconds)"
    }
}

extension Duration {
    /// The time in whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000
    }
}
