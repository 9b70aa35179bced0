/// What the callers of a run were told, and what of it contradicts a promise.
///
/// Pure, so that each promise can be tried with a lie (`ChaosBooksTests`).
struct ChaosBooks: Sendable {
    /// The token that each submission was answered with, by invoice number.
    private(set) var accepted: [String: String] = [:]
    /// The ERP's id of each invoice whose result was accepted.
    private(set) var posted: [String: String] = [:]
    /// Who held what, and when.
    private(set) var leases = LeaseBook()
    /// What the poller saw.
    private(set) var feed = FeedBook()
    /// How often each code of a 503 was heard.
    private(set) var refusals: [String: Int] = [:]
    /// The promises that were broken.
    private(set) var faults: [String] = []

    /// A submission was answered; a retry must get the first token.
    mutating func accept(_ number: String, as token: String) {
        if let first = accepted[number], first != token {
            fault("\(number) was \(first), then \(token)")
        } else {
            accepted[number] = token
        }
    }

    /// A claim was answered.
    mutating func hand(_ lease: ChaosLease, to holder: String) {
        if let fault = leases.hand(lease, to: holder) { faults.append(fault) }
    }

    /// A holder heard that its lease is another's.
    mutating func lose(_ lease: ChaosLease) {
        leases.lose(lease)
    }

    /// A success was accepted from who has, or had, this lease.
    mutating func post(_ lease: ChaosLease, as id: String) {
        posted[lease.token] = id
        leases.report(lease)
    }

    /// The poller saw a message.
    mutating func see(_ message: FeedMessage) {
        if let fault = feed.see(message) { faults.append(fault) }
    }

    /// A 503: clear is one with a code of the contract, the envelope, and a time to come back.
    mutating func refuse(status: Int, code: String, hasRetryAfter: Bool) {
        let isClear = status == 503 && ["storage_unavailable", "overloaded", "stopping"].contains(code)
        guard isClear, hasRetryAfter else {
            return fault("no clear refusal: \(status) \(code)\(hasRetryAfter ? "" : " without Retry-After")")
        }
        refusals[code, default: 0] += 1
    }

    /// An answer that nothing explains.
    mutating func fault(_ text: String) {
        faults.append(text)
    }
}
