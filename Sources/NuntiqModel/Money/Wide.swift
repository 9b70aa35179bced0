/// A 256-bit whole number, as far as products and sums of amounts need one.
struct Wide {
    /// The upper half.
    var high: UInt128
    /// The lower half.
    var low: UInt128

    init(high: UInt128, low: UInt128) {
        self.high = high
        self.low = low
    }

    init(_ product: (high: UInt128, low: UInt128)) {
        self.init(high: product.high, low: product.low)
    }

    var isZero: Bool { high == 0 && low == 0 }

    /// One more; callers stay far below the top.
    var plusOne: Wide {
        let (sum, carry) = low.addingReportingOverflow(1)
        return Wide(high: carry ? high + 1 : high, low: sum)
    }

    /// Quotient and remainder, by schoolbook division with two digits of 128 bits.
    func divided(by divisor: UInt128) -> (quotient: Wide, remainder: UInt128) {
        if high == 0 {
            let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
            return (Wide(high: 0, low: quotient), remainder)
        }
        let (upper, rest) = high.quotientAndRemainder(dividingBy: divisor)
        let (lower, remainder) = divisor.dividingFullWidth((rest, low))
        return (Wide(high: upper, low: lower), remainder)
    }

    /// Without its last `count` decimal digits, rounded half away from zero: the first digit cut decides.
    func dropping(digits count: Int) -> Wide {
        var rest = self
        var left = count - 1
        while left > 0 {
            let step = min(left, PowerOfTen.exponentMax)
            rest = rest.divided(by: PowerOfTen.value(step)).quotient
            left -= step
        }
        let (quotient, digit) = rest.divided(by: 10)
        return digit >= 5 ? quotient.plusOne : quotient
    }
}

/// Adds signed 128-bit numbers without overflow on the way.
struct WideSum {
    private var positive = Wide(high: 0, low: 0)
    private var negative = Wide(high: 0, low: 0)

    mutating func add(_ number: Int128) {
        if number < 0 {
            Self.add(number.magnitude, to: &negative)
        } else {
            Self.add(number.magnitude, to: &positive)
        }
    }

    private static func add(_ number: UInt128, to sum: inout Wide) {
        let (low, carry) = sum.low.addingReportingOverflow(number)
        sum.low = low
        if carry { sum.high += 1 }
    }

    /// Whether the sum is below zero.
    var isNegative: Bool {
        (positive.high, positive.low) < (negative.high, negative.low)
    }

    /// The sum without its sign.
    var magnitude: Wide {
        let (larger, smaller) = isNegative ? (negative, positive) : (positive, negative)
        let (low, borrow) = larger.low.subtractingReportingOverflow(smaller.low)
        return Wide(high: larger.high - smaller.high - (borrow ? 1 : 0), low: low)
    }
}
