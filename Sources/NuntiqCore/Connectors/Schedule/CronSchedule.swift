public import NuntiqModel

/// When something happens again and again, by the clocks of a zone: minute, hour, day of month, month, day of week.
///
/// A day must be right in both day fields; where both restrict (neither begins with `*`), one of them is enough.
/// Where the hour field begins with `*`, real time counts: nothing is done for times that the clocks skip in spring,
/// and the hour that they show twice in autumn has its times twice. Where hours are named, each time comes once a day:
/// one that is skipped comes at the first moment after the gap, one that is shown twice comes the first time.
public struct CronSchedule: Sendable, Hashable {
    /// As it was said, with single spaces.
    public let text: String
    let minutes: CronField
    let hours: CronField
    let days: CronField
    let months: CronField
    let weekdays: CronField

    /// Further than this no schedule looks: from one 29 February over a century without leap day to the next.
    private static let daysMax = 8 * 366
    private static let day = 86_400

    /// Reads five fields, or `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly`.
    public init(_ said: String) throws(ScheduleError) {
        let whole = trimmed(said)
        let fields = (Self.names[whole.lowercased()] ?? whole).split(whereSeparator: \.isWhitespace)
        guard fields.count == 5 else { throw .fieldCount(fields.count) }
        text = fields.joined(separator: " ")
        minutes = try CronField(fields[0], .minute)
        hours = try CronField(fields[1], .hour)
        days = try CronField(fields[2], .day)
        months = try CronField(fields[3], .month)
        weekdays = try CronField(fields[4], .weekday)
        guard next(after: Instant(microseconds: 0), ZoneSeconds.utc) != nil else { throw .never }
    }

    /// The first time after `instant` in a zone.
    ///
    /// - Throws: ``ScheduleError/zoneUnknown(_:)``.
    public func next(after instant: Instant, in zone: String) throws(ScheduleError) -> Instant {
        let clock = try ZoneClock(zone: zone)
        let seconds = ZoneSeconds(shown: { clock.shown(at: $0) }, second: { clock.second(showing: $0) })
        guard let next = next(after: instant, seconds) else { throw .never }
        return next
    }

    /// The next times after `instant`, in their order.
    public func next(_ count: Int, after instant: Instant, in zone: String) throws(ScheduleError) -> [Instant] {
        var times: [Instant] = []
        while times.count < count { times.append(try next(after: times.last ?? instant, in: zone)) }
        return times
    }

    private func next(after instant: Instant, _ zone: ZoneSeconds) -> Instant? {
        let whole = Int(instant.microseconds)
        let second = (whole - Self.rest(whole, 1_000_000)) / 1_000_000
        let next = hours.isStar ? nextMinute(after: second, zone) : nextOfDay(after: second, zone)
        return next.map { Instant(microseconds: Int64($0) * 1_000_000) }
    }

    /// Walks along real time, by minutes where it must and by hours where it can.
    private func nextMinute(after second: Int, _ zone: ZoneSeconds) -> Int? {
        var second = second - Self.rest(second, 60) + 60
        let end = second + Self.daysMax * Self.day
        while second < end {
            let shown = zone.shown(second)
            let ofDay = Self.rest(shown, Self.day)
            if !isDay((shown - ofDay) / Self.day) {
                // A day may be an hour longer or shorter than its clocks say.
                second += ofDay < 22 * 3_600 ? 23 * 3_600 - ofDay : 3_600 - ofDay % 3_600
            } else if !hours.allows(ofDay / 3_600) {
                second += 3_600 - ofDay % 3_600
            } else if !minutes.allows(ofDay / 60 % 60) {
                second += 60 - ofDay % 60
            } else {
                return second
            }
        }
        return nil
    }

    /// Walks along the days of the calendar, each time of a day where the clocks show it.
    private func nextOfDay(after second: Int, _ zone: ZoneSeconds) -> Int? {
        let shown = zone.shown(second)
        let today = (shown - Self.rest(shown, Self.day)) / Self.day
        for day in today - 1...today + Self.daysMax where isDay(day) {
            let times = hours.values(in: 0...23).lazy.flatMap { hour in
                minutes.values(in: 0...59).lazy.map { day * Self.day + hour * 3_600 + $0 * 60 }
            }
            if let next = times.map(zone.second).first(where: { $0 > second }) { return next }
        }
        return nil
    }

    /// Whether the day, counted from 1970-01-01, is one of the schedule's.
    private func isDay(_ number: Int) -> Bool {
        guard let date = CalendarDate(daysSinceEpoch: number), months.allows(date.month) else { return false }
        let (isDay, isWeekday) = (days.allows(date.day), weekdays.allows(Self.rest(number + 4, 7)))
        return days.isStar || weekdays.isStar ? isDay && isWeekday : isDay || isWeekday
    }

    /// What is left of a number, never negative.
    private static func rest(_ number: Int, _ length: Int) -> Int {
        let rest = number % length
        return rest < 0 ? rest + length : rest
    }

    private static let names = [
        "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *",
        "@yearly": "0 0 1 1 *",
    ]
}

/// A zone as the walk needs it.
private struct ZoneSeconds: Sendable {
    let shown: @Sendable (Int) -> Int
    let second: @Sendable (Int) -> Int

    static let utc = ZoneSeconds(shown: { $0 }, second: { $0 })
}
