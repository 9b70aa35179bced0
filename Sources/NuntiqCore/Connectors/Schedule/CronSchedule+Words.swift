extension CronSchedule {
    /// The schedule for people: `every 15 min`, `at 06:00, 18:00`, `Mon–Fri at 07:30`; the five fields where that would
    /// be a riddle.
    public var words: String {
        let parts = text.split(separator: " ").map(String.init)
        guard parts[2] == "*", parts[3] == "*" else { return monthly(parts) ?? text }
        guard let days = dayWords(parts[4]) else { return text }
        guard let times = timeWords(parts) else { return text }
        return days.isEmpty ? times : "\(days) \(times)"
    }

    private func timeWords(_ parts: [String]) -> String? {
        switch (parts[0], parts[1]) {
        case ("*", "*"): return "every minute"
        case (let minute, "*") where minute.hasPrefix("*/"): return "every \(minute.dropFirst(2)) min"
        case (let minute, "*") where Int(minute) != nil: return "every hour at :\(Self.two(Int(minute) ?? 0))"
        case (let minute, let hour) where Int(minute) != nil && hour.hasPrefix("*/"):
            return "every \(hour.dropFirst(2)) h at :\(Self.two(Int(minute) ?? 0))"
        case (let minute, let hour) where minute.hasPrefix("*/") && !hour.hasPrefix("*"):
            return spanWords.map { "every \(minute.dropFirst(2)) min, \($0)" }
        case (let minute, let hour) where !minute.hasPrefix("*") && !hour.hasPrefix("*"):
            let times = hours.values(in: 0...23).flatMap { hour in
                minutes.values(in: 0...59).map { "\(Self.two(hour)):\(Self.two($0))" }
            }
            return times.count <= 4 ? "at \(times.joined(separator: ", "))" : nil
        default: return nil
        }
    }

    /// `08:00–18:59` where the hours are one span.
    private var spanWords: String? {
        let allowed = hours.values(in: 0...23)
        guard let first = allowed.first, let last = allowed.last, last - first == allowed.count - 1 else { return nil }
        return "\(Self.two(first)):00–\(Self.two(last)):59"
    }

    private func dayWords(_ field: String) -> String? {
        guard field != "*" else { return "" }
        let allowed = (1...7).filter { weekdays.allows($0 % 7) }
        guard let first = allowed.first, let last = allowed.last else { return nil }
        if allowed.count > 2, last - first == allowed.count - 1 { return "\(Self.days[first])–\(Self.days[last])" }
        return allowed.map { Self.days[$0] }.joined(separator: ", ")
    }

    private func monthly(_ parts: [String]) -> String? {
        guard parts[3] == "*", parts[4] == "*", let day = Int(parts[2]), let times = timeWords(parts),
            times.hasPrefix("at ")
        else { return nil }
        return "day \(day) of the month \(times)"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let days = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
