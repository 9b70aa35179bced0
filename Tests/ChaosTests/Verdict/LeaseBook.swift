import NuntiqModel

/// A lease as a claim's answer tells it; its times are the server's own.
struct ChaosLease: Sendable, Hashable {
    let token: String
    let secret: String
    let fence: Int64
    let from: Instant
    let until: Instant
}

/// Who held which invoice, and when.
struct LeaseBook: Sendable {
    private struct Entry {
        var lease: ChaosLease
        let holder: String
    }

    private var entries: [String: [Entry]] = [:]
    private var lost: [ChaosLease] = []
    private var reported: Set<ChaosLease> = []

    /// How many leases were handed out.
    var count: Int { entries.values.reduce(0) { $0 + $1.count } }

    /// Keeps a lease, and says when another one of the same invoice is live beside it.
    ///
    /// By the server's own times, so that it does not matter in which order answers come in, nor which way a clock was
    /// stepped: a lease that lapsed is over when the next one begins. One that ended by a result has no next one.
    mutating func hand(_ lease: ChaosLease, to holder: String) -> String? {
        var others = entries[lease.token] ?? []
        defer { entries[lease.token] = others }
        if let index = others.firstIndex(where: { $0.lease.fence == lease.fence }) {
            let same = others[index]
            others[index].lease = lease
            guard same.holder != holder else { return nil }  // the retry of a claim
            return "\(lease.token): lease \(lease.fence) is held by \(same.holder) and by \(holder)"
        }
        let twin = others.first { $0.lease.from < lease.until && lease.from < $0.lease.until }
        others.append(Entry(lease: lease, holder: holder))
        return twin.map { "\(lease.token) is leased by \($0.holder) and by \(holder)" }
    }

    /// Keeps that a holder was told that its lease is lost.
    mutating func lose(_ lease: ChaosLease) {
        lost.append(lease)
    }

    /// Keeps that the success of a holder was taken.
    mutating func report(_ lease: ChaosLease) {
        reported.insert(lease)
    }

    /// The invoices of which a holder was told that its lease is lost.
    var lostTokens: Set<String> { Set(lost.map(\.token)) }

    /// Whether an invoice was handed out after this lease.
    func isOver(_ lease: ChaosLease) -> Bool {
        entries[lease.token]?.contains { $0.lease.fence > lease.fence } ?? false
    }

    /// The leases that were called lost while nobody else had the invoice, nor had ended it by an earlier lease.
    var faults: [String] {
        lost.filter { lease in
            !isOver(lease) && !reported.contains { $0.token == lease.token && $0.fence != lease.fence }
        }.map { "\($0.token): lease \($0.fence) is lost, and nobody has another" }
    }
}
