internal import Foundation
public import NuntiqModel

/// The clocks of a zone, and which instant is meant when somebody names a time by them.
public struct WallClock: Sendable {
    private let zone: TimeZone

    /// The clocks of a zone of the IANA time zone database; `nil` for any other name.
    public init?(zone name: String) {
        guard TimeZoneName.isKnown(name), let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// Reads a time in ISO 8601: with an offset as it is, else by these clocks; a day alone is its first moment.
    ///
    /// A space in front of an offset is a `+` that a query made a space; one after the day is a `T`.
    public func instant(_ text: String) -> Instant? {
        var characters = Array(trimmed(text))
        if characters.count > 10, characters[10] == " " { characters[10] = "T" }
        let written = String(characters).replacing(" ", with: "+")
        if let instant = Instant(written) { return instant }
        let time = characters.count == 10 ? "\(written)T00:00:00Z" : "\(written)Z"
        return Instant(time).map(instant(shown:))
    }

    /// The first instant at which the clocks show `local`, given as if it were UTC, or more.
    ///
    /// At the end of summer time that is the earlier of two; where the clocks skip a time it is that of the change.
    private func instant(shown local: Instant) -> Instant {
        let (first, last) = (local - Self.offsetMax, local + Self.offsetMax)
        let (before, after) = (offset(at: first), offset(at: last))
        guard before != after else { return local - before }
        let change = change(from: first, to: last)
        if local - before < change { return local - before }
        return max(change, local - after)
    }

    /// The second at which the offset changes between two instants, of which one is before, one after it.
    private func change(from first: Instant, to last: Instant) -> Instant {
        let before = offset(at: first)
        var (low, high) = (first.seconds, last.seconds + 1)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(at: Instant(seconds: middle)) == before { low = middle } else { high = middle }
        }
        return Instant(seconds: high)
    }

    private func offset(at instant: Instant) -> Duration {
        .seconds(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds))))
    }

    /// No clock is further from UTC than this.
    private static let offsetMax = Duration.seconds(16 * 3_600)
}

extension Instant {
    fileprivate var seconds: Int64 {
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return rest < 0 ? seconds - 1 : seconds
    }

    fileprivate init(seconds: Int64) {
        self.init(microseconds: seconds * 1_000_000)
    }
}
