import NuntiqModel

/// A moment as a mail's head writes it.
enum MailDate {
    /// `Tue, 19 May 2026 08:30:00 +0000`.
    ///
    /// - Source: RFC 5322, section 3.3.
    static func text(of instant: Instant) -> String {
        guard let date = CalendarDate(of: instant) else { return text(of: Instant(microseconds: 0)) }
        let day = weekdays[(date.daysSinceEpoch % 7 + 7) % 7]
        let time = instant.description.split(separator: "T").last?.prefix(8) ?? ""
        return "\(day), \(date.day) \(months[date.month - 1]) \(date.year) \(time) +0000"
    }

    /// 1970-01-01 was a Thursday.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
