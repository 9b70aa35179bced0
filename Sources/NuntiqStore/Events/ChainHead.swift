public import NuntiqModel

/// The end of a tenant's chain of events: one row of table `chain`.
///
/// Each event's digest covers the one before it, so that nobody can change, drop or insert an event unseen; see
/// ``ChainHash``.
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
        lastRecordedAt: Instant(microseconds: .min), events: 0, digest: ChainHash.start)

    /// Gives the next event its `recorded_at`, strictly later than the last one's, and takes it into the chain.
    ///
    /// - Returns: `now`, or one microsecond after the last event when the clock has not come so far.
    public mutating func seal(_ event: EventRecord, id: Int64, at now: Instant) -> Instant {
        let next = events == 0 ? now : max(now, Instant(microseconds: lastRecordedAt.microseconds + 1))
        digest = ChainHash.head(after: digest, event: event, id: id, recordedAt: next)
        lastRecordedAt = next
        events += 1
        return next
    }
}
