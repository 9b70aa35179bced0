import NuntiqModel

/// A day on which recipients hear of the end of a key: so many days before it, 0 when it has ended.
struct ReminderSlot: Sendable, Hashable {
    let days: Int

    /// From the first to the last.
    static let all = [60, 30, 7, 3, 1, 0].map(ReminderSlot.init)

    /// The switch it falls under.
    var category: MailCategory {
        switch days {
        case 0: .reminderExpired
        case ...7: .reminderImminent
        default: .reminderAdvance
        }
    }

    /// The newest slot of a key that is due; `nil` before the first.
    ///
    /// Days are counted by the tenant's calendar; the last slot is due when the key has ended. A slot exists only if it
    /// lies a day or more after issue, so that a key of 30 days is not announced on the day it is made.
    static func newestDue(endingAt end: Instant, issuedAt issue: Instant, now: Instant, by time: LocalTime) -> Self? {
        guard let left = daysLeft(until: end, now: now, by: time) else { return nil }
        return all.last { slot in
            let isDue = slot.days == 0 ? end <= now : slot.days >= left
            return isDue && end - .seconds(86_400 * slot.days) >= issue + .seconds(86_400)
        }
    }

    /// The days of the tenant's calendar until a key ends.
    static func daysLeft(until end: Instant, now: Instant, by time: LocalTime) -> Int? {
        guard let last = time.date(of: end), let today = time.date(of: now) else { return nil }
        return last.days(since: today)
    }
}
