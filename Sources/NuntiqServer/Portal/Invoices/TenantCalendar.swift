import NuntiqCore
import NuntiqModel

/// Days and moments as the people of a tenant read them, seen from now.
struct TenantCalendar: Sendable {
    let now: Instant
    private let clock: LocalTime
    private let today: CalendarDate?

    init(_ context: PortalContext) {
        self.init(now: context.now, zone: context.tenant.timezone)
    }

    init(now: Instant, zone: String) {
        self.now = now
        clock = LocalTime(zone: zone)
        today = clock.date(of: now)
    }

    /// The first moment of today.
    ///
    /// Counts of today need no more than that; an hour that a summer time skips does not matter.
    var dayStart: Instant {
        now - .microseconds(moments(of: now))
    }

    /// `20 May`, with the year when it is another one.
    func short(_ day: CalendarDate) -> String {
        let text = LocalTime.text(of: day).split(separator: " ")
        let month = text[1].prefix(3)
        return day.year == today?.year ? "\(text[0]) \(month)" : "\(text[0]) \(month) \(day.year)"
    }

    /// `20 May 2026`.
    func long(_ day: CalendarDate) -> String {
        let text = LocalTime.text(of: day).split(separator: " ")
        return "\(text[0]) \(text[1].prefix(3)) \(text[2])"
    }

    /// Whether a day is today or over.
    func isDue(_ day: CalendarDate) -> Bool {
        today.map { day.days(since: $0) <= 0 } ?? false
    }

    /// `in 10 d`, `today`, `3 d over`.
    func distance(_ day: CalendarDate) -> String {
        guard let today else { return "" }
        let days = day.days(since: today)
        if days == 0 { return "today" }
        return days > 0 ? "in \(days) d" : "\(-days) d over"
    }

    /// `12 min`, `5 h`, `3 d`; from 14 days on the day.
    func age(since moment: Instant) -> String {
        let minutes = max(0, (now - moment) / .seconds(60))
        switch minutes {
        case ..<1: return "now"
        case ..<60: return "\(Int(minutes)) min"
        case ..<(24 * 60): return "\(Int(minutes / 60)) h"
        case ..<(14 * 24 * 60): return "\(Int(minutes / 60 / 24)) d"
        default: return clock.date(of: moment).map(short) ?? ""
        }
    }

    /// `13:52` today, else the day.
    func moment(_ moment: Instant) -> ShownTime {
        let isToday = clock.date(of: moment) == today
        let text = isToday ? String(clock.clock(moment).prefix(5)) : clock.date(of: moment).map(short) ?? ""
        return ShownTime(machine: moment.description, title: clock.deadline(moment), text: text)
    }

    /// `20 May, 13:47`.
    func exact(_ moment: Instant) -> ShownTime {
        let day = clock.date(of: moment).map(short) ?? ""
        return ShownTime(
            machine: moment.description, title: clock.deadline(moment), text: "\(day), \(clock.clock(moment).prefix(5))"
        )
    }

    /// How far into its day a moment is, in microseconds.
    private func moments(of moment: Instant) -> Int64 {
        let parts = clock.clock(moment).prefix(5).split(separator: ":").compactMap { Int64($0) }
        guard parts.count == 2 else { return 0 }
        return (parts[0] * 60 + parts[1]) * 60_000_000
            + moment.microseconds.quotientAndRemainder(dividingBy: 60_000_000).remainder
    }
}
