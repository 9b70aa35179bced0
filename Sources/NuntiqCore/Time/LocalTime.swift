internal import Foundation
public import NuntiqModel
internal import Synchronization

/// Moments as the people of a tenant read them: by the clocks of its zone.
public struct LocalTime: Sendable {
    private let zone: TimeZone

    /// The clocks of a zone of the IANA time zone database; any other name stands for UTC.
    public init(zone name: String) {
        zone = TimeZoneName.isKnown(name) ? TimeZone(identifier: name) ?? .gmt : .gmt
    }

    /// The day that the calendar shows; `nil` outside the years 1 … 9999.
    public func date(of instant: Instant) -> CalendarDate? {
        CalendarDate(of: shown(instant))
    }

    /// `18 August 2026`.
    public func day(_ instant: Instant) -> String {
        date(of: instant).map(Self.text) ?? ""
    }

    /// `14:21 CEST`.
    public func clock(_ instant: Instant) -> String {
        let time = shown(instant).description.split(separator: "T").last?.prefix(5) ?? ""
        return "\(time) \(abbreviation(at: instant))"
    }

    /// `14:21:06.114`, as a log tells it.
    public func wallClock(_ instant: Instant) -> String {
        String(shown(instant).description.split(separator: "T").last?.prefix(12) ?? "")
    }

    /// `18 August 2026, 14:21 CEST`.
    public func deadline(_ instant: Instant) -> String {
        "\(day(instant)), \(clock(instant))"
    }

    /// `18 August 2026`.
    public static func text(of date: CalendarDate) -> String {
        "\(date.day) \(months[date.month - 1]) \(date.year)"
    }

    /// What the clocks show, as if it were UTC.
    private func shown(_ instant: Instant) -> Instant {
        instant + .seconds(offset(at: instant))
    }

    private func offset(at instant: Instant) -> Int {
        zone.secondsFromGMT(for: Self.date(instant))
    }

    private static func date(_ instant: Instant) -> Date {
        Date(timeIntervalSince1970: TimeInterval(instant.microseconds / 1_000_000))
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

// MARK: - What the clocks are called

extension LocalTime {
    /// `CEST`, or `UTC+5:30` where the zone has no name that people know.
    private func abbreviation(at instant: Instant) -> String {
        let offset = offset(at: instant)
        let key = "\(zone.identifier) \(offset)"
        if let known = Self.abbreviations.withLock({ $0[key] }) { return known }
        let found = Self.name(of: zone, at: Self.date(instant)) ?? Self.name(of: offset)
        Self.abbreviations.withLock { $0[key] = found }
        return found
    }

    /// Each country's own English knows its own zones by name.
    private static func name(of zone: TimeZone, at date: Date) -> String? {
        if zone.secondsFromGMT(for: date) == 0, zone == .gmt { return "UTC" }
        let formatter = DateFormatter()
        formatter.timeZone = zone
        formatter.dateFormat = "zzz"
        for locale in ["en_GB", "en_US", "en_AU", "en_IN", "en_ZA", "en_NZ"] {
            formatter.locale = Locale(identifier: locale)
            let name = formatter.string(from: date)
            if !name.contains(where: \.isNumber), !name.contains(" "), name.count <= 5 { return name }
        }
        return nil
    }

    private static func name(of offset: Int) -> String {
        guard offset != 0 else { return "UTC" }
        let (hours, minutes) = (abs(offset) / 3_600, abs(offset) / 60 % 60)
        let rest = minutes == 0 ? "" : ":" + (minutes < 10 ? "0" : "") + String(minutes)
        return "UTC\(offset < 0 ? "-" : "+")\(hours)\(rest)"
    }

    /// Some hundred zones with two offsets each.
    private static let abbreviations = Mutex<[String: String]>([:])
}
