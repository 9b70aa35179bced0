internal import Foundation
internal import NuntiqModel

/// The clocks of a zone, forwards and backwards, in whole seconds.
struct ZoneClock: Sendable {
    private let zone: TimeZone

    /// - Throws: ``ScheduleError/zoneUnknown(_:)``.
    init(zone name: String) throws(ScheduleError) {
        guard TimeZoneName.isKnown(name), let zone = name == "UTC" ? .gmt : TimeZone(identifier: name) else {
            throw .zoneUnknown(name)
        }
        self.zone = zone
    }

    /// What the clocks show at a second since 1970, as if they showed UTC.
    func shown(at second: Int) -> Int { second + offset(at: second) }

    /// The second at which the clocks show that.
    ///
    /// What they show twice is meant the first time; what they skip is meant as the first moment after the gap.
    func second(showing shown: Int) -> Int {
        let (before, after) = (offset(at: shown - Self.day), offset(at: shown + Self.day))
        let candidates = [shown - before, shown - after].filter { self.shown(at: $0) == shown }
        if let first = candidates.min() { return first }
        return firstSecond(after: shown - max(before, after), through: shown - min(before, after), with: after)
    }

    /// Where in the range the clocks change to an offset.
    private func firstSecond(after low: Int, through high: Int, with offset: Int) -> Int {
        var (low, high) = (low, high)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if self.offset(at: middle) == offset { high = middle } else { low = middle }
        }
        return high
    }

    private func offset(at second: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(second)))
    }

    private static let day = 86_400
}
