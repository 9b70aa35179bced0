/// An exact decimal number: money, quantity, rate.
///
/// At most 38 digits, as a 128-bit coefficient and a ``scale``. Trailing zeros stay as received, but count for nothing
/// when amounts are compared or hashed. No arithmetic rounds unless it says so, and none overflows in silence.
public struct Amount: Sendable {
    /// All digits as one whole number, with the sign.
    public let coefficient: Int128
    /// How many of the digits stand behind the decimal point; negative only when 38 digits cannot spell the number.
    public let scale: Int

    /// The most digits an amount has.
    public static let digitsMax = 38
    /// The largest exponent that may be written, either way.
    public static let exponentMax = 30
    /// The scales an amount may have: 38 digits, moved by an exponent.
    static let scales = -exponentMax...(digitsMax + exponentMax)

    /// Nothing.
    public static let zero = Amount(unchecked: 0, scale: 0)

    init(unchecked coefficient: Int128, scale: Int) {
        self.coefficient = coefficient
        self.scale = scale
    }

    /// `coefficient` × 10^−`scale`.
    ///
    /// - Returns: `nil` when that has more than 38 digits or too far a scale.
    public init?(coefficient: Int128, scale: Int) {
        guard coefficient.magnitude < PowerOfTen.beyondDigits, Self.scales.contains(scale) else { return nil }
        self = Amount(unchecked: coefficient, scale: scale).withoutExponent
    }

    /// A whole number.
    public init(_ number: Int) {
        self.init(unchecked: Int128(number), scale: 0)
    }

    /// Whether this is zero, whatever its scale.
    public var isZero: Bool { coefficient == 0 }

    /// Whether this is below zero.
    public var isNegative: Bool { coefficient < 0 }

    /// The same number with the other sign.
    public var negated: Amount { Amount(unchecked: -coefficient, scale: scale) }

    /// The same number without its sign.
    public var magnitude: Amount { isNegative ? negated : self }

    /// The same value with the shortest coefficient: no trailing zeros, zero with scale 0.
    public var normalized: Amount {
        guard coefficient != 0 else { return .zero }
        var (rest, places) = (coefficient, scale)
        while places > Self.scales.lowerBound {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            (rest, places) = (quotient, places - 1)
        }
        return Amount(unchecked: rest, scale: places)
    }
}

extension Amount: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral number: Int) {
        self.init(number)
    }
}

extension Amount: Hashable, Comparable {
    /// Equal by value: 1.5 equals 1.50.
    public static func == (left: Amount, right: Amount) -> Bool {
        left.order(against: right) == 0
    }

    /// Orders by value.
    public static func < (left: Amount, right: Amount) -> Bool {
        left.order(against: right) < 0
    }

    /// Feeds the value, without its trailing zeros.
    public func hash(into hasher: inout Hasher) {
        let shortest = normalized
        hasher.combine(shortest.coefficient)
        hasher.combine(shortest.scale)
    }

    /// -1, 0 or 1, as this is below, equal to or above `other`.
    private func order(against other: Amount) -> Int {
        if scale == other.scale { return (coefficient - other.coefficient).signum().asInt }
        let (sign, otherSign) = (coefficient.signum().asInt, other.coefficient.signum().asInt)
        if sign != otherSign { return sign < otherSign ? -1 : 1 }
        if sign == 0 { return 0 }
        return sign * magnitudeOrder(against: other)
    }

    /// Compares the place of the first digit, then the digits; with equal places, aligning cannot overflow.
    private func magnitudeOrder(against other: Amount) -> Int {
        let (digits, otherDigits) = (coefficient.magnitude.decimalDigits, other.coefficient.magnitude.decimalDigits)
        let (place, otherPlace) = (digits - scale, otherDigits - other.scale)
        if place != otherPlace { return place < otherPlace ? -1 : 1 }
        let shift = scale - other.scale
        let left = coefficient.magnitude * PowerOfTen.value(max(0, -shift))
        let right = other.coefficient.magnitude * PowerOfTen.value(max(0, shift))
        return left == right ? 0 : (left < right ? -1 : 1)
    }
}

extension Int128 {
    fileprivate var asInt: Int { Int(truncatingIfNeeded: self) }
}
