/// Why a sum, product or quotient has no ``Amount``.
public enum AmountError: Error, Sendable, Hashable {
    /// The exact result needs more than 38 digits.
    case overflow
    /// A division by zero.
    case divisionByZero
}

extension Amount {
    /// The exact sum.
    public func adding(_ other: Amount) throws(AmountError) -> Amount {
        try Amount.sum(of: [self, other])
    }

    /// The exact difference.
    public func subtracting(_ other: Amount) throws(AmountError) -> Amount {
        try adding(other.negated)
    }

    /// The exact sum of any number of amounts, whatever their order; zero of none.
    ///
    /// Wide enough for 10 000 lines of 38 digits: the result must fit, not what stands on the way to it.
    public static func sum(of amounts: [Amount]) throws(AmountError) -> Amount {
        do {
            return try aligningSum(of: amounts)
        } catch {
            return try aligningSum(of: amounts.filter { !$0.isZero }.map(\.normalized))
        }
    }

    private static func aligningSum(of amounts: [Amount]) throws(AmountError) -> Amount {
        guard let scale = amounts.lazy.map(\.scale).max() else { return .zero }
        var total = WideSum()
        for amount in amounts { total.add(try amount.aligned(to: scale)) }
        return try Amount(total.magnitude, negative: total.isNegative, scale: scale)
    }

    /// The coefficient this has at a scale that is not smaller.
    private func aligned(to scale: Int) throws(AmountError) -> Int128 {
        if scale == self.scale || coefficient == 0 { return coefficient }
        guard let power = PowerOfTen.checked(scale - self.scale) else { throw .overflow }
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: Int128(power))
        guard !overflow else { throw .overflow }
        return product
    }

    /// The exact product.
    public func multiplied(by other: Amount) throws(AmountError) -> Amount {
        let product = Wide(coefficient.magnitude.multipliedFullWidth(by: other.coefficient.magnitude))
        return try Amount(product, negative: isNegative != other.isNegative, scale: scale + other.scale)
    }

    /// The product, rounded half away from zero to `scale` places.
    public func multiplied(by other: Amount, scale: Int) throws(AmountError) -> Amount {
        let product = Wide(coefficient.magnitude.multipliedFullWidth(by: other.coefficient.magnitude))
        let places = self.scale + other.scale
        let negative = isNegative != other.isNegative
        if places <= scale { return try Amount(product, negative: negative, scale: places) }
        return try Amount(product.dropping(digits: places - scale), negative: negative, scale: scale)
    }

    /// The quotient, rounded half away from zero to `scale` places.
    public func divided(by other: Amount, scale: Int) throws(AmountError) -> Amount {
        guard !other.isZero else { throw .divisionByZero }
        let shift = scale - self.scale + other.scale
        guard let power = PowerOfTen.checked(abs(shift)) else { throw .overflow }
        var dividend = Wide(high: 0, low: coefficient.magnitude)
        var divisor = other.coefficient.magnitude
        if shift >= 0 {
            dividend = Wide(coefficient.magnitude.multipliedFullWidth(by: power))
        } else {
            let (product, overflow) = divisor.multipliedReportingOverflow(by: power)
            guard !overflow else { throw .overflow }
            divisor = product
        }
        let (quotient, remainder) = dividend.divided(by: divisor)
        let rounded = remainder >= divisor - remainder ? quotient.plusOne : quotient
        return try Amount(rounded, negative: isNegative != other.isNegative, scale: scale)
    }

    /// Rounded half away from zero to `scale` places; an amount with fewer places stays as it is.
    public func rounded(to scale: Int) -> Amount {
        guard self.scale > scale else { return self }
        let kept = Wide(high: 0, low: coefficient.magnitude).dropping(digits: self.scale - scale)
        let digits = Int128(kept.low)
        return Amount(unchecked: isNegative ? -digits : digits, scale: scale)
    }

    /// Fits a wide result into 38 digits by moving trailing zeros, nothing else.
    private init(_ magnitude: Wide, negative: Bool, scale: Int) throws(AmountError) {
        guard !magnitude.isZero else {
            self.init(unchecked: 0, scale: min(max(0, scale), Amount.scales.upperBound))
            return
        }
        var (rest, places) = (magnitude, scale)
        while rest.high > 0 || rest.low >= PowerOfTen.beyondDigits || places > Amount.scales.upperBound {
            let (quotient, remainder) = rest.divided(by: 10)
            guard remainder == 0 else { throw .overflow }
            (rest, places) = (quotient, places - 1)
        }
        let digits = Int128(rest.low)
        let spelt = Amount(unchecked: negative ? -digits : digits, scale: places).withoutExponent
        guard Amount.scales.contains(spelt.scale) else { throw .overflow }
        self = spelt
    }
}
