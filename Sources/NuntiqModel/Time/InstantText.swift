extension Instant {
    /// Microseconds of one day.
    static let microsecondsPerDay: Int64 = 86_400_000_000

    /// Reads ISO 8601 with `Z` or an offset: `2026-05-19T08:30:00.123456+02:00`.
    ///
    /// Seconds and fraction may be absent; digits below a microsecond are cut; second 60 is the next minute's first.
    /// A time without offset is not an instant.
    public init?(_ iso8601: some StringProtocol) {
        var reader = DigitReader(iso8601.utf8)
        guard let date = Self.date(&reader), reader.take("T", or: "t"), let time = Self.time(&reader),
            let offset = Self.offset(&reader), reader.isAtEnd
        else { return nil }
        self.init(microseconds: Int64(date.daysSinceEpoch) * Self.microsecondsPerDay + time - offset)
    }

    /// The first microsecond of a day in UTC.
    public init(startOf date: CalendarDate) {
        self.init(microseconds: Int64(date.daysSinceEpoch) * Self.microsecondsPerDay)
    }

    private static func date(_ reader: inout DigitReader) -> CalendarDate? {
        guard let year = reader.number(digits: 4), reader.take("-"), let month = reader.number(digits: 2),
            reader.take("-"), let day = reader.number(digits: 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func time(_ reader: inout DigitReader) -> Int64? {
        guard let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
            let minute = reader.number(digits: 2), minute < 60
        else { return nil }
        let minutes = Int64(hour * 60 + minute) * 60_000_000
        guard reader.take(":") else { return minutes }
        guard let second = reader.number(digits: 2), second <= 60, let fraction = fraction(&reader) else { return nil }
        return minutes + Int64(second) * 1_000_000 + fraction
    }

    private static func fraction(_ reader: inout DigitReader) -> Int64? {
        guard reader.take(".", or: ",") else { return 0 }
        var (value, weight): (Int64, Int64) = (0, 100_000)
        guard let first = reader.digit() else { return nil }
        value = Int64(first) * weight
        while let digit = reader.digit() {
            weight /= 10
            value += Int64(digit) * weight
        }
        return value
    }

    /// `Z`, `+hh`, `+hhmm` or `+hh:mm`, as microseconds east of UTC.
    private static func offset(_ reader: inout DigitReader) -> Int64? {
        if reader.take("Z", or: "z") { return 0 }
        let east = reader.take("+")
        guard east || reader.take("-"), let hours = reader.number(digits: 2), hours < 24 else { return nil }
        let hasColon = reader.take(":")
        guard !reader.isAtEnd || hasColon else { return (east ? 1 : -1) * Int64(hours) * 3_600_000_000 }
        guard let minutes = reader.number(digits: 2), minutes < 60 else { return nil }
        return (east ? 1 : -1) * Int64(hours * 60 + minutes) * 60_000_000
    }
}

extension Instant: LosslessStringConvertible {
    /// ISO 8601 in UTC with six fraction digits: `2026-05-19T06:30:00.123456Z`.
    ///
    /// Instants outside the years 1 … 9999, which no text can name, are written as the first or last one that can.
    public var description: String {
        let days = microseconds.dividedDown(by: Self.microsecondsPerDay)
        guard let date = CalendarDate(daysSinceEpoch: Int(days)) else {
            return microseconds < 0 ? "0001-01-01T00:00:00.000000Z" : "9999-12-31T23:59:59.999999Z"
        }
        let (seconds, fraction) = (microseconds - days * Self.microsecondsPerDay).quotientAndRemainder(
            dividingBy: 1_000_000)
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }.joined(separator: ":")
        return "\(date)T\(time).\(fraction.padded(to: 6))Z"
    }
}

extension Instant: Codable {
    /// Reads ISO 8601.
    public init(from decoder: any Decoder) throws {
        self = try decoder.losslessString(as: Instant.self)
    }

    /// Writes ISO 8601 with six fraction digits and `Z`.
    public func encode(to encoder: any Encoder) throws {
        try encoder.write(losslessString: self)
    }
}
