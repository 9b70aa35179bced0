import NuntiqModel
import NuntiqTesting

/// What the callers of a chaos run were told, and what of it contradicts a promise.
actor ChaosLedger {
    /// How often something was acknowledged; the killer waits on it.
    nonisolated let progress: AsyncStream<Int>
    /// The token that each submission was answered with, by invoice number.
    private(set) var accepted: [String: String] = [:]
    /// The ERP's id of each invoice whose result was accepted.
    private(set) var posted: [String: String] = [:]
    /// The promises that were broken.
    private(set) var faults: [String] = []
    /// Whether the killing is over, so that suppliers stop.
    private(set) var isClosing = false

    private let progressSource: AsyncStream<Int>.Continuation
    private var holders: [String: String] = [:]
    private var count = 0

    init() {
        (progress, progressSource) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// A submission was answered; a retry must get the first token.
    func accept(_ number: String, as token: String) {
        if let first = accepted.updateValue(token, forKey: number), first != token {
            faults.append("\(number) was \(first), then \(token)")
        }
        step()
    }

    /// A claim was answered; leases are long and end by a result, so nobody else may get the invoice.
    func hand(_ token: String, to holder: String) {
        if let other = holders.updateValue(holder, forKey: token), other != holder {
            faults.append("\(token) is leased by \(other) and by \(holder)")
        }
        step()
    }

    /// A success was accepted.
    func post(_ token: String, as id: String) {
        posted[token] = id
        step()
    }

    /// An answer that nothing explains.
    func fault(_ text: String) {
        faults.append(text)
    }

    /// No further submissions.
    func close() {
        isClosing = true
    }

    /// Whether everything that was accepted is posted, and nothing more will come.
    var isDone: Bool {
        !faults.isEmpty || isClosing && accepted.values.allSatisfy { posted[$0] != nil }
    }

    private func step() {
        count += 1
        progressSource.yield(count)
    }
}
