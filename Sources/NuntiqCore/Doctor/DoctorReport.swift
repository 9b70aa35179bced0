/// What ``Doctor`` found.
public struct DoctorReport: Sendable, Hashable {
    /// One for each check, in the order in which they ran.
    public let findings: [DoctorFinding]

    /// Whether nothing is broken; what only needs attention does not count.
    public var isSound: Bool { !findings.contains { $0.severity == .fault && $0.count > 0 } }
}

/// What one check found.
public struct DoctorFinding: Sendable, Hashable {
    /// How bad a breach is.
    public enum Severity: String, Sendable, Hashable {
        /// Something was lost, doubled or changed.
        case fault
        /// Somebody should look.
        case attention
    }

    /// A stable name for programs, such as `invoice_state`.
    public let name: String
    /// What must hold.
    public let statement: String
    /// How bad a breach is.
    public let severity: Severity
    /// What to do about it.
    public let remedy: String
    /// How many breaches were met; counting ends at ``Doctor/breachesMax`` per tenant.
    public internal(set) var count = 0
    /// The first few, each with its tenant.
    public internal(set) var examples: [String] = []

    private static let examplesMax = 5

    mutating func add(_ breaches: [String]) {
        count += breaches.count
        examples += breaches.prefix(Self.examplesMax - examples.count)
    }
}
