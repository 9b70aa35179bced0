import NuntiqModel
import NuntiqTesting
import Testing

struct AmountArithmeticTests {
    @Test func `sums and products are those done on paper, or refused`() throws {
        withChance(times: 2000) { random in
            let (left, right) = (Amount.arbitrary(using: &random), Amount.arbitrary(using: &random))
            let paperSum = Digits(left).plus(Digits(right))
            if let sum = try? left.adding(right) {
                #expect(Digits(sum) == paperSum, "\(random): \(left) + \(right)")
            } else {
                #expect(paperSum.significant >= 38, "\(random): \(left) + \(right)")
            }
            let paperProduct = Digits(left).times(Digits(right))
            if let product = try? left.multiplied(by: right) {
                #expect(Digits(product) == paperProduct, "\(random): \(left) × \(right)")
            } else {
                #expect(!paperProduct.fitsAmount, "\(random): \(left) × \(right)")
            }
        }
    }

    @Test func `a difference undoes a sum`() {
        withChance { random in
            let (left, right) = (
                Amount.arbitrary(digits: 15, using: &random), Amount.arbitrary(digits: 15, using: &random)
            )
            guard let sum = try? left.adding(right) else { return }
            #expect((try? sum.subtracting(right)) == left, "\(random)")
        }
    }

    @Test
    func `ten thousand lines add up exactly in any order`() throws {
        let line = try #require(Amount("9999999999999999999999999999999.99"))
        let lines = Array(repeating: line, count: 10_000)
        #expect(try Amount.sum(of: lines).description == "99999999999999999999999999999999900.00")
        let huge = try #require(Amount("99999999999999999999999999999999999999"))
        let cancelling = Array(repeating: huge, count: 5_000) + Array(repeating: huge.negated, count: 5_000) + [1]
        #expect(try Amount.sum(of: cancelling) == 1)
        #expect(try Amount.sum(of: []) == 0)
    }

    @Test func `a result that does not fit is refused, not cut`() throws {
        let huge = try #require(Amount("99999999999999999999999999999999999999"))
        #expect(throws: AmountError.overflow) { try huge.adding(2) }
        #expect(throws: AmountError.overflow) { try huge.adding(try #require(Amount("0.1"))) }
        #expect(throws: AmountError.overflow) { try huge.multiplied(by: huge) }
        #expect(throws: AmountError.overflow) { try Amount.sum(of: [huge, huge]) }
        #expect(throws: AmountError.divisionByZero) { try huge.divided(by: .zero, scale: 2) }
    }

    @Test func `a result of many digits fits when they are zeros`() throws {
        let huge = try #require(Amount("10000000000000000000000000000000000000"))
        #expect(try huge.adding(try #require(Amount("0.00"))) == huge)
        #expect(try huge.multiplied(by: 1000).description == "10000000000000000000000000000000000000E+3")
        #expect(
            try huge.multiplied(by: try #require(Amount("0.001"))) == Amount("10000000000000000000000000000000000"))
    }

    @Test(arguments: [
        ("1.005", 2, "1.01"), ("-1.005", 2, "-1.01"), ("1.004999", 2, "1.00"), ("2.5", 0, "3"), ("-2.5", 0, "-3"),
        ("0.4", 0, "0"), ("1.5", 2, "1.5"), ("999.995", 2, "1000.00"), ("0.0000000000000000001", 2, "0.00"),
        ("0.99999999999999999999999999999999999999", 2, "1.00"), ("12345", 2, "12345"),
    ])
    func `half is rounded away from zero`(text: String, places: Int, rounded: String) throws {
        #expect(try #require(Amount(text)).rounded(to: places).description == rounded)
    }

    @Test func `rounding is off by at most half a unit, and rounding again changes nothing`() throws {
        try withChance { random in
            let amount = Amount.arbitrary(digits: 30, using: &random)
            let rounded = amount.rounded(to: 2)
            #expect(rounded.rounded(to: 2) == rounded, "\(random)")
            let half = try #require(Amount("0.005"))
            let off = try amount.subtracting(rounded).magnitude
            #expect(off <= half, "\(random): \(amount)")
        }
    }

    @Test(arguments: [
        ("1", "3", 4, "0.3333"), ("2", "3", 4, "0.6667"), ("-2", "3", 2, "-0.67"), ("10", "4", 0, "3"),
        ("1", "8", 3, "0.125"),
        ("0", "7", 2, "0.00"), ("1e30", "1e-2", 0, "100000000000000000000000000000000"),
        ("100.00", "0.19", 2, "526.32"),
    ])
    func `a quotient is rounded to its places`(dividend: String, divisor: String, places: Int, quotient: String) throws
    {
        let result = try #require(Amount(dividend)).divided(by: try #require(Amount(divisor)), scale: places)
        #expect(result.description == quotient)
    }

    @Test func `a quotient times its divisor is the dividend, but for half a unit`() throws {
        try withChance { random in
            let dividend = Amount.arbitrary(digits: 12, using: &random).rounded(to: 2)
            let divisor = Amount.arbitrary(digits: 6, using: &random)
            guard !divisor.isZero, let quotient = try? dividend.divided(by: divisor, scale: 10) else { return }
            guard let back = try? quotient.multiplied(by: divisor), let off = try? dividend.subtracting(back) else {
                return
            }
            let half = try #require(Amount("0.00000000005")).multiplied(by: divisor.magnitude)
            #expect(off.magnitude <= half, "\(random): \(dividend) / \(divisor)")
        }
    }

    @Test(arguments: [
        ("100.00", "0.19", "19.00"), ("33.33", "0.07", "2.33"), ("0.05", "0.5", "0.03"),
        ("1e20", "1e-5", "1000000000000000"),
    ])
    func `a product is rounded to its places`(left: String, right: String, product: String) throws {
        let result = try #require(Amount(left)).multiplied(by: try #require(Amount(right)), scale: 2)
        #expect(result == Amount(product))
    }

    @Test func `a rounded product of long numbers needs no room on the way`() throws {
        let long = try #require(Amount("12345678901234567890.123456789012345678"))
        let rate = try #require(Amount("0.190000000000000000000000000001"))
        #expect(throws: AmountError.overflow) { try long.multiplied(by: rate) }
        #expect(try long.multiplied(by: rate, scale: 2).description == "2345678991234567899.12")
    }
}
