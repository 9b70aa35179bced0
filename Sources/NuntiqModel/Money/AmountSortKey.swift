extension Amount {
    /// A text that sorts by bytes as the amounts sort by size; equal amounts have equal keys, whatever their scale.
    ///
    /// `6`, the number of digits before the point (plus 500), the digits; below zero `4` and the complement of both.
    public var sortKey: String {
        guard !isZero else { return "5" }
        let short = normalized
        let digits = String(short.coefficient.magnitude)
        let exponent = digits.utf8.count - short.scale + 500
        guard isNegative else { return "6\(Self.padded(exponent))\(digits)" }
        let complement = String(digits.map { Character(String(9 - ($0.wholeNumberValue ?? 0))) })
        return "4\(Self.padded(999 - exponent))\(complement)~"
    }

    private static func padded(_ number: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, 3 - text.count)) + text
    }
}
