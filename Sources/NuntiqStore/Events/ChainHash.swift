internal import Crypto
public import NuntiqModel

/// The audit chain: each event's hash takes in the hash before it, so that no row can be changed, dropped or added
/// unseen.
///
/// `hash_n = SHA256(hash_{n-1} ‖ canonical event n)`, in the order of `recorded_at`, one chain per tenant. Numbers are
/// eight bytes, big-endian; texts and bytes follow their length. The actor's name and the payload enter as one
/// SHA-256, so that they can be erased later: ``erased(_:)`` leaves that hash in their place.
public enum ChainHash {
    /// The head of a tenant's chain before its first event.
    public static let start = [UInt8](repeating: 0, count: 32)

    /// The head after `event`, which was given `id` and `recordedAt`.
    public static func head(
        after previous: [UInt8], event: EventRecord, id: Int64, recordedAt: Instant
    ) -> [UInt8] {
        var input = CanonicalBytes()
        input.raw(previous)
        input.number(1)  // the form's version
        input.number(event.tenant.rawValue)
        input.bytes(event.subject)
        input.number(id)
        input.number(recordedAt.microseconds)
        for text in [event.kind, event.code, event.source, event.actorType, event.actorID] { input.text(text) }
        input.number(event.occurredAt.microseconds)
        input.number(Int64(event.fromStatus))
        input.number(Int64(event.toStatus))
        for reference in event.references { input.text(reference) }
        input.raw(contentHash(of: event))
        return input.digest()
    }

    /// `event` without its actor's name and payload, in a form that keeps the chain whole.
    public static func erased(_ event: EventRecord) -> EventRecord {
        var event = event
        event.payload = erasedPrefix + hexadecimal(contentHash(of: event)) + erasedSuffix
        event.actorName = ""
        return event
    }

    private static let erasedPrefix = #"{"erased_sha256":""#
    private static let erasedSuffix = #""}"#

    private static func contentHash(of event: EventRecord) -> [UInt8] {
        if let hash = erasedHash(in: event) { return hash.bytes }
        var content = CanonicalBytes()
        content.text(event.actorName)
        content.text(event.payload)
        return content.digest()
    }

    private static func erasedHash(in event: EventRecord) -> BlobHash? {
        let payload = event.payload
        guard event.actorName.isEmpty, payload.hasPrefix(erasedPrefix), payload.hasSuffix(erasedSuffix) else {
            return nil
        }
        return BlobHash(hex: payload.dropFirst(erasedPrefix.count).dropLast(erasedSuffix.count))
    }
}

/// Values laid out in the one form that is hashed.
private struct CanonicalBytes {
    private var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(512)
    }

    mutating func raw(_ value: [UInt8]) {
        bytes += value
    }

    mutating func number(_ value: Int64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func bytes(_ value: [UInt8]) {
        number(Int64(value.count))
        bytes += value
    }

    mutating func text(_ value: String) {
        number(Int64(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    consuming func digest() -> [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
