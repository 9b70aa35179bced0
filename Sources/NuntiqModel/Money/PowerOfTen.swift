/// 10^0 … 10^38, all that fit into 128 bits.
enum PowerOfTen {
    /// The largest exponent whose power fits.
    static let exponentMax = 38
    /// 10^38: the first number with too many digits.
    static let beyondDigits = value(38)

    private static let values: [UInt128] = {
        var values: [UInt128] = [1]
        for exponent in 0..<exponentMax { values.append(values[exponent] * 10) }
        return values
    }()

    /// 10^`exponent`, for 0 … 38.
    static func value(_ exponent: Int) -> UInt128 {
        values[exponent]
    }

    /// 10^`exponent`, or `nil` when it does not fit.
    static func checked(_ exponent: Int) -> UInt128? {
        exponent <= exponentMax ? values[exponent] : nil
    }
}

extension UInt128 {
    /// How many decimal digits this has; 1 for zero.
    var decimalDigits: Int {
        if self < 10 { return 1 }
        let estimate = ((UInt128.bitWidth - leadingZeroBitCount) * 1233) >> 12
        return estimate <= PowerOfTen.exponentMax && self >= PowerOfTen.value(estimate) ? estimate + 1 : estimate
    }
}
