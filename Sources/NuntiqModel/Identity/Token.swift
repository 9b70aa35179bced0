/// 16 bytes that name one thing: an invoice, an attachment, a lease, a key.
///
/// On the wire a lower-case UUID; its 26-character Crockford base-32 form is read too. Orders as its bytes do, so that
/// tokens made by ``version7(at:random:)`` order by time.
public struct Token: Sendable, Hashable {
    let high: UInt64
    let low: UInt64

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads 16 bytes; `nil` for any other number of them.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        for byte in bytes {
            high = high << 8 | low >> 56
            low = low << 8 | UInt64(byte)
        }
        self.init(high: high, low: low)
    }

    /// The 16 bytes, as the database keeps them.
    public var bytes: [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            for index in 0..<8 {
                buffer[index] = UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * index))
                buffer[index + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - 8 * index))
            }
            count = 16
        }
    }
}

extension Token {
    /// A time-ordered UUID (RFC 9562, version 7, with the microseconds in its third group).
    ///
    /// - Parameters:
    ///   - instant: Its time.
    ///   - random: At least 8 unpredictable bytes.
    /// - Returns: A token that orders by time.
    public static func version7(at instant: Instant, random: [UInt8]) -> Token {
        let microseconds = UInt64(max(0, instant.microseconds))
        let (milliseconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000)
        let fraction = rest * 4_096 / 1_000
        let high = milliseconds << 16 | 0x7000 | fraction
        return Token(high: high, low: variant(word(of: random, at: 0)))
    }

    /// An unpredictable UUID (RFC 9562, version 4), for what is authority by itself.
    ///
    /// - Parameter random: At least 16 unpredictable bytes.
    /// - Returns: A token that nobody can guess.
    public static func random(_ random: [UInt8]) -> Token {
        let high = word(of: random, at: 0) & ~0xF000 | 0x4000
        return Token(high: high, low: variant(word(of: random, at: 8)))
    }

    private static func variant(_ word: UInt64) -> UInt64 {
        word & ~(0b11 << 62) | 0b10 << 62
    }

    private static func word(of random: [UInt8], at start: Int) -> UInt64 {
        precondition(random.count >= start + 8, "a token needs more random bytes")
        return random[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
}

extension Token: Comparable {
    /// Orders as the bytes do.
    public static func < (left: Token, right: Token) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
