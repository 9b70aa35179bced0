import NuntiqCore
import NuntiqModel

/// A moment as lists show it, with the whole of it for a pointer and for programs.
struct ShownTime: Sendable, Hashable {
    /// `2026-05-20T12:07:00.000000Z`.
    let machine: String
    /// `20 May 2026, 14:07 CEST`.
    let title: String
    /// `20 May, 14:07`, `20 May 2025`, or an age.
    let text: String
}

extension PortalContext {
    /// `20 May, 14:07`; with the year alone where it is not this one.
    func shown(_ instant: Instant) -> ShownTime {
        ShownTime(machine: instant.description, title: time.deadline(instant), text: listText(instant))
    }

    /// `12 min ago`, `5 h ago`, `3 d ago`; from 14 days on the date.
    func ago(_ instant: Instant) -> ShownTime {
        let age = now - instant
        let text = age < .seconds(14 * 86_400) ? Self.words(age) + " ago" : listText(instant)
        return ShownTime(machine: instant.description, title: time.deadline(instant), text: text)
    }

    /// `20 May 2026`.
    func day(_ instant: Instant) -> String { time.day(instant) }

    /// `under a minute`, `12 min`, `5 h`, `3 d`.
    static func words(_ duration: Duration) -> String {
        let seconds = max(0, duration.components.seconds)
        return switch seconds {
        case ..<60: "under a minute"
        case ..<3_600: "\(seconds / 60) min"
        case ..<86_400: "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    private func listText(_ instant: Instant) -> String {
        guard let date = time.date(of: instant), let today = time.date(of: now) else { return "" }
        let words = LocalTime.text(of: date).split(separator: " ")
        guard words.count == 3 else { return "" }
        guard date.year == today.year else { return "\(words[0]) \(words[1].prefix(3)) \(words[2])" }
        return "\(words[0]) \(words[1].prefix(3)), \(time.clock(instant).prefix(5))"
    }
}
