public import NuntiqModel

/// The values that one field of a schedule allows, as bits.
struct CronField: Sendable, Hashable {
    /// One bit for each allowed value.
    private(set) var bits: UInt64 = 0
    /// Whether it begins with `*`: then a day field does not restrict, and an hour field goes with real time.
    let isStar: Bool

    /// What a field is called and may hold.
    struct Kind: Sendable {
        let name: String
        let range: ClosedRange<Int>
        var names: [String] = []

        static let minute = Kind(name: "minute", range: 0...59)
        static let hour = Kind(name: "hour", range: 0...23)
        static let day = Kind(name: "day of month", range: 1...31)
        static let month = Kind(
            name: "month", range: 1...12,
            names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
        /// 0 and 7 are Sunday.
        static let weekday = Kind(
            name: "day of week", range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])
    }

    /// Reads lists of values, ranges and steps: `5`, `mon-fri`, `*/15`, `8-18/2,22`.
    init(_ text: Substring, _ kind: Kind) throws(ScheduleError) {
        isStar = text.hasPrefix("*")
        for part in text.split(separator: ",", omittingEmptySubsequences: false) { try add(part, kind) }
        if kind.name == Kind.weekday.name, allows(7) { bits |= 1 }
    }

    func allows(_ value: Int) -> Bool { bits >> UInt64(value) & 1 == 1 }

    /// The allowed values, growing.
    func values(in range: ClosedRange<Int>) -> [Int] { range.filter(allows) }

    private mutating func add(_ part: Substring, _ kind: Kind) throws(ScheduleError) {
        let halves = part.split(separator: "/", omittingEmptySubsequences: false)
        let isStepped = halves.count == 2
        guard let body = halves.first, halves.count <= 2 else { throw .field(kind.name, String(part), kind.allowed) }
        let range = try Self.range(body, kind, part)
        var step = 1
        if isStepped {
            let isWide = body == "*" || body.contains("-")
            guard isWide, let number = Self.number(halves[1]), number >= 1 else {
                throw .field(kind.name, String(part), kind.allowed)
            }
            step = number
        }
        for value in stride(from: range.lowerBound, through: range.upperBound, by: step) { bits |= 1 << UInt64(value) }
    }

    private static func range(
        _ body: Substring, _ kind: Kind, _ part: Substring
    ) throws(ScheduleError) -> ClosedRange<Int> {
        if body == "*" { return kind.range.lowerBound...(kind.names.first == "sun" ? 6 : kind.range.upperBound) }
        var ends = body.split(separator: "-", omittingEmptySubsequences: false).map { value($0, kind) }
        if kind.name == Kind.weekday.name, ends.count == 2, ends[1] == 0 { ends[1] = 7 }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first <= last else {
            throw .field(kind.name, String(part), kind.allowed)
        }
        return first...last
    }

    private static func value(_ text: Substring, _ kind: Kind) -> Int? {
        if let index = kind.names.firstIndex(of: text.lowercased()) { return index + kind.range.lowerBound }
        return number(text).flatMap { kind.range.contains($0) ? $0 : nil }
    }

    private static func number(_ text: Substring) -> Int? {
        (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}

extension CronField.Kind {
    /// What to say of it to whoever typed something else.
    fileprivate var allowed: String {
        let named = names.isEmpty ? "" : " or \(names[0].uppercased())–\(names[names.count - 1].uppercased())"
        return "\(range.lowerBound)–\(range.upperBound)\(named), lists with commas, ranges with -, steps with /"
    }
}

/// Why a schedule cannot be.
public enum ScheduleError: UserFacingError, Hashable {
    /// It has not five fields.
    case fieldCount(Int)
    /// A field holds what it may not: its name, what was said, what may be said.
    case field(String, String, String)
    /// No day is ever like that.
    case never
    /// The zone is not in the time zone database.
    case zoneUnknown(String)

    /// The stable machine code.
    public var code: String { "schedule_invalid" }

    /// What is wrong.
    public var message: String {
        switch self {
        case .fieldCount(let count):
            "A schedule has five fields: minute, hour, day of month, month, day of week; this has \(count)."
        case .field(let name, let text, let allowed): "\"\(text)\" is no \(name): \(allowed)."
        case .never: "No such day ever comes."
        case .zoneUnknown(let name): "\"\(name)\" is no time zone."
        }
    }

    /// What to do about it.
    public var hint: String {
        switch self {
        case .zoneUnknown: "Name one of the IANA time zone database, such as Europe/Amsterdam or UTC."
        case .fieldCount, .field, .never: "Such as \"*/15 * * * *\", or \"0 6 * * mon-fri\"."
        }
    }
}
