import NuntiqModel
import Synchronization

/// The `Date` header, made once a second.
final class HTTPDate: Sendable {
    private struct Made {
        var second = Int64.min
        var text = ""
    }

    private let made = Mutex(Made())

    /// `now` as `Sun, 06 Nov 1994 08:49:37 GMT`.
    func text(at now: Instant) -> String {
        let second = now.microseconds / 1_000_000
        return made.withLock { made in
            if made.second != second { made = Made(second: second, text: Self.format(second)) }
            return made.text
        }
    }

    static func format(_ second: Int64) -> String {
        let day = Int(second / 86_400)
        let rest = Int(second % 86_400)
        guard let date = CalendarDate(daysSinceEpoch: day) else { return "" }
        let clock = [rest / 3_600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
        return "\(days[(day + 4) % 7]), \(twoDigits(date.day)) \(months[date.month - 1]) \(date.year) \(clock) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
