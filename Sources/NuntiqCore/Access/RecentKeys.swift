import Synchronization

/// What was found for presented keys within the last second.
///
/// The age is the whole invalidation: a change holds everywhere once an entry is older than ``maximumAge``. Found and
/// not found are kept apart, so that a flood of wrong keys pushes no right one out; each side is emptied when full.
final class RecentKeys: Sendable {
    static let maximumAge = Duration.milliseconds(900)
    static let entriesMax = 10_000

    private struct Entry {
        let holder: KeyHolder?
        let readAt: ContinuousClock.Instant
    }

    private struct Entries {
        var found: [[UInt8]: Entry] = [:]
        var unknown: [[UInt8]: Entry] = [:]
    }

    private let entries = Mutex(Entries())

    /// What was found at most ``maximumAge`` before `now`: outer `nil` when nobody looked, inner when nobody was found.
    func find(_ hash: [UInt8], at now: ContinuousClock.Instant) -> KeyHolder?? {
        entries.withLock { entries in
            guard let entry = entries.found[hash] ?? entries.unknown[hash] else { return .none }
            return now - entry.readAt < Self.maximumAge ? .some(entry.holder) : .none
        }
    }

    /// Keeps what a look-up that began at `readAt` found.
    func keep(_ holder: KeyHolder?, for hash: [UInt8], readAt: ContinuousClock.Instant) {
        entries.withLock { entries in
            let entry = Entry(holder: holder, readAt: readAt)
            entries.found[hash] = nil
            entries.unknown[hash] = nil
            if holder == nil {
                keep(entry, for: hash, in: &entries.unknown)
            } else {
                keep(entry, for: hash, in: &entries.found)
            }
        }
    }

    /// Forgets what was found for every key whose holder `isMeant`.
    func forget(where isMeant: (KeyHolder) -> Bool) {
        entries.withLock { entries in
            entries.found = entries.found.filter { entry in entry.value.holder.map { !isMeant($0) } ?? true }
        }
    }

    private func keep(_ entry: Entry, for hash: [UInt8], in side: inout [[UInt8]: Entry]) {
        if side.count >= Self.entriesMax { side.removeAll(keepingCapacity: true) }
        side[hash] = entry
    }
}
