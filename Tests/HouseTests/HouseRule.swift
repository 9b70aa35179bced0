import Testing

/// A rule of the house style that the formatter cannot see.
struct HouseRule: Sendable, CustomTestStringConvertible {
    /// What must not be.
    let name: String
    /// What to do instead.
    let remedy: String
    /// Where a file breaks it.
    let faults: @Sendable (SourceFile) -> [Fault]

    /// Every rule.
    static let all: [HouseRule] = limits + bannedCalls + imports + statements + marks

    /// The name, for reports.
    var testDescription: String { name }

    /// One line for each breach: file and line, the rule, what stands there, the remedy.
    func report(_ file: SourceFile) -> [String] {
        faults(file).map { "\(file.path):\($0.line): \(name) (\($0.what)). \(remedy)" }
    }
}

/// A place that breaks a rule.
struct Fault: Sendable, Hashable {
    /// The line, from 1.
    var line: Int
    /// What stands there, or how much it is.
    var what: String
}
