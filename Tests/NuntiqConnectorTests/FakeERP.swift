import NuntiqConnector

/// An ERP that keeps a ledger and misbehaves on request; not ours, so a stand-in.
actor FakeERP {
    /// What it does with the next posting.
    enum Fault: Sendable {
        /// Accepts it, and its answer is lost.
        case dropsAnswer
        /// Refuses it, and says so.
        case refuses
        /// Never comes back.
        case hangs
    }

    struct Lost: Error {}

    private(set) var ledger: [(reference: String, id: String)] = []
    private var faults: [Fault]
    private var isHidden = false

    init(_ faults: Fault...) {
        self.faults = faults
    }

    func post(_ reference: String) async throws -> Posting {
        let fault = faults.isEmpty ? nil : faults.removeFirst()
        switch fault {
        case .refuses: throw PostingRefused(code: "ACCOUNT_MISSING", message: "Account 4711 is closed.")
        case .hangs:
            try await never()
            throw Lost()
        case .dropsAnswer, nil:
            let id = "ERP-\(ledger.count + 1)"
            ledger.append((reference, id))
            if case .dropsAnswer = fault { throw Lost() }
            return Posting(id: id)
        }
    }

    /// From now on it does not show what it has.
    func hide() { isHidden = true }

    /// From now on it does.
    func show() { isHidden = false }

    func find(_ reference: String) -> Posting? {
        isHidden ? nil : ledger.first { $0.reference == reference }.map { Posting(id: $0.id) }
    }
}

/// Comes back only when its task is cancelled.
func never() async throws {
    let (stream, source) = AsyncStream<Never>.makeStream()
    for await _ in stream {}
    withExtendedLifetime(source) {}
    throw CancellationError()
}
