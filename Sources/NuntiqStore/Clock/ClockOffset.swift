import Synchronization

/// How far the installation's clock is moved in development: one value in table `installation` that all nodes share.
///
/// The object holds what this node read last; ``ClockOffsetWatch`` reads it again each second.
public final class ClockOffset: Sendable {
    private static let key = "clock_offset_microseconds"
    private let microseconds = Atomic<Int64>(0)

    /// An offset of zero until it is read.
    public init() {}

    /// What ``RuntimeEnvironment`` adds to the clock.
    public var duration: Duration {
        .microseconds(microseconds.load(ordering: .relaxed))
    }

    /// Takes the stored value over; without one, zero.
    public func load(from database: any Database) async throws {
        let stored = try await database.read { transaction in
            try transaction.query("SELECT value FROM installation WHERE name = ?", [Self.key]).first?.text(0)
        }
        microseconds.store(stored.flatMap { Int64($0) } ?? 0, ordering: .relaxed)
    }

    /// Stores a new value, absolute, and takes it over; zero clears it.
    public func store(_ offset: Duration, in database: any Database) async throws {
        let (seconds, attoseconds) = offset.components
        let value = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        try await database.write { transaction in
            try transaction.execute("DELETE FROM installation WHERE name = ?", [Self.key])
            guard value != 0 else { return }
            try transaction.execute(
                "INSERT INTO installation (name, value) VALUES (?, ?)", [Self.key, String(value)])
        }
        microseconds.store(value, ordering: .relaxed)
    }
}
