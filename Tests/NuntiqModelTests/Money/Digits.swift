import NuntiqModel

/// Decimal arithmetic as done on paper, digit by digit: slow, of any length, and nothing like ``Amount``'s.
struct Digits: Equatable {
    /// The digits from the last to the first, without zeros at the front.
    private var digits: [Int]
    private var isNegative: Bool
    /// How many digits stand behind the point; negative for zeros that were left out.
    private var scale: Int

    init(_ amount: Amount) {
        digits = String(amount.coefficient.magnitude).reversed().compactMap(\.wholeNumberValue)
        isNegative = amount.isNegative
        scale = amount.scale
        trim()
    }

    private init(_ digits: [Int], isNegative: Bool, scale: Int) {
        (self.digits, self.isNegative, self.scale) = (digits, isNegative, scale)
        trim()
    }

    /// -1, 0 or 1.
    var sign: Int { digits.isEmpty ? 0 : (isNegative ? -1 : 1) }

    /// How many digits are not zeros at either end.
    var significant: Int { digits.count - (digits.firstIndex { $0 != 0 } ?? digits.count) }

    /// Whether an ``Amount`` can be that number: 38 digits, and the point not too far from them.
    var fitsAmount: Bool {
        let zeros = digits.firstIndex { $0 != 0 } ?? 0
        return significant <= 38 && scale - zeros <= 68 && zeros - scale <= 30 + 38 - significant
    }

    static func == (left: Digits, right: Digits) -> Bool {
        left.minus(right).sign == 0
    }

    func minus(_ other: Digits) -> Digits {
        plus(Digits(other.digits, isNegative: !other.isNegative, scale: other.scale))
    }

    func plus(_ other: Digits) -> Digits {
        let places = max(scale, other.scale)
        let (left, right) = (widened(to: places), other.widened(to: places))
        if left.isNegative == right.isNegative {
            return Digits(Self.sum(left.digits, right.digits), isNegative: left.isNegative, scale: places)
        }
        let leftIsLarger = !Self.isLess(left.digits, right.digits)
        let (larger, smaller) = leftIsLarger ? (left, right) : (right, left)
        return Digits(Self.difference(larger.digits, smaller.digits), isNegative: larger.isNegative, scale: places)
    }

    func times(_ other: Digits) -> Digits {
        var product = [Int](repeating: 0, count: digits.count + other.digits.count + 1)
        for (place, digit) in digits.enumerated() {
            for (otherPlace, otherDigit) in other.digits.enumerated() {
                product[place + otherPlace] += digit * otherDigit
            }
        }
        return Digits(Self.carried(product), isNegative: isNegative != other.isNegative, scale: scale + other.scale)
    }

    private func widened(to places: Int) -> Digits {
        var wide = self
        wide.digits = Array(repeating: 0, count: places - scale) + digits
        wide.scale = places
        return wide
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
    }

    private static func sum(_ left: [Int], _ right: [Int]) -> [Int] {
        var sum = [Int](repeating: 0, count: max(left.count, right.count) + 1)
        for (place, digit) in left.enumerated() { sum[place] += digit }
        for (place, digit) in right.enumerated() { sum[place] += digit }
        return carried(sum)
    }

    private static func difference(_ larger: [Int], _ smaller: [Int]) -> [Int] {
        var rest = larger
        for (place, digit) in smaller.enumerated() where place < rest.count { rest[place] -= digit }
        for place in rest.indices where rest[place] < 0 {
            rest[place] += 10
            rest[place + 1] -= 1
        }
        return rest
    }

    private static func carried(_ digits: [Int]) -> [Int] {
        var digits = digits
        for place in digits.indices.dropLast() {
            digits[place + 1] += digits[place] / 10
            digits[place] %= 10
        }
        return digits
    }

    private static func isLess(_ left: [Int], _ right: [Int]) -> Bool {
        let (left, right) = (trimmed(left), trimmed(right))
        if left.count != right.count { return left.count < right.count }
        return left.reversed().lexicographicallyPrecedes(right.reversed())
    }

    private static func trimmed(_ digits: [Int]) -> ArraySlice<Int> {
        digits.prefix((digits.lastIndex { $0 != 0 } ?? -1) + 1)
    }
}
