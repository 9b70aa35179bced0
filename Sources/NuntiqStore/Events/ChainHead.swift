import Crypto
public import NuntiqModel

/// The end of a tenant's chain of events: one row of table `chain`.
///
/// Each event's digest covers the one before it, so that nobody can change, drop or insert an event unseen. A payload
/// enters as its SHA-256, so that it can be erased without breaking the chain.
public struct ChainHead: Sendable, Hashable {
    /// The `recorded_at` of the last event; the next one is later.
    public var lastRecordedAt: Instant
    /// How many events the chain holds.
    public var events: Int64
    /// SHA-256 of the digest before it and the last event.
    public var digest: [UInt8]

    /// A head as stored.
    public init(lastRecordedAt: Instant, events: Int64, digest: [UInt8]) {
        self.lastRecordedAt = lastRecordedAt
        self.events = events
        self.digest = digest
    }

    /// The head of a tenant without events.
    public static let empty = ChainHead(
        lastRecordedAt: Instant(microseconds: .min), events: 0, digest: [UInt8](repeating: 0, count: 32))

    /// Gives the next event its `recorded_at`, strictly later than the last one's, and takes it into the chain.
    ///
    /// - Returns: `now`, or one microsecond after the last event when the clock has not come so far.
    public mutating func seal(_ event: EventRecord, id: Int64, at now: Instant) -> Instant {
        let next = events == 0 ? now : max(now, Instant(microseconds: lastRecordedAt.microseconds + 1))
        digest = nextDigest(
            event, id: id, recordedAt: next, payloadDigest: SHA256.hash(data: Array(event.payload.utf8)))
        lastRecordedAt = next
        events += 1
        return next
    }

    private func nextDigest(_ event: EventRecord, id: Int64, recordedAt: Instant, payloadDigest: SHA256.Digest)
        -> [UInt8]
    {
        var encoding = EventEncoding()
        encoding.add(digest)
        encoding.add(event, id: id, recordedAt: recordedAt)
        encoding.add(Array(payloadDigest))
        return Array(SHA256.hash(data: encoding.bytes))
    }
}

/// The canonical bytes of an event: numbers as 8 bytes, everything else with its length in front.
private struct EventEncoding {
    var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(512)
    }

    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ content: some Collection<UInt8>) {
        add(Int64(content.count))
        bytes.append(contentsOf: content)
    }

    mutating func add(_ text: String) {
        add(text.utf8)
    }

    mutating func add(_ event: EventRecord, id: Int64, recordedAt: Instant) {
        add(event.tenant.rawValue)
        add(event.subject)
        add(id)
        add(recordedAt.microseconds)
        for text in [event.kind, event.code, event.source, event.actorType, event.actorID, event.actorName] {
            add(text)
        }
        add(event.occurredAt.microseconds)
        add(Int64(event.fromStatus))
        add(Int64(event.toStatus))
        for reference in event.references { add(reference) }
    }
}
