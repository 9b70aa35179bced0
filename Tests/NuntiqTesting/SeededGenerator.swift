/// Chance that can be repeated: the same seed draws the same numbers (SplitMix64).
///
/// Its description is the seed; a test gives it to each `#expect`, so that a failure prints it.
public struct SeededGenerator: RandomNumberGenerator, Sendable, CustomStringConvertible {
    /// What it began with.
    public let seed: UInt64
    private var state: UInt64

    /// Begins with a seed.
    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// That many bytes.
    public mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }

    /// `seed 42`.
    public var description: String { "seed \(seed)" }
}

/// Runs `body` that many times, each with a seed of its own; name a `seed` to run one failure again.
public func withChance(
    times: Int = 300, seed: UInt64? = nil, _ body: (inout SeededGenerator) throws -> Void
) rethrows {
    if let seed {
        var random = SeededGenerator(seed: seed)
        return try body(&random)
    }
    var system = SystemRandomNumberGenerator()
    let first = system.next() >> 16
    for offset in 0..<UInt64(times) {
        var random = SeededGenerator(seed: first + offset)
        try body(&random)
    }
}
