import NuntiqModel
import NuntiqTesting
import Testing

struct AmountTests {
    @Test(

        arguments: [
            "0", "1", "-1", "0.00", "1234.56", "-1234.50", "100", "0.000000000000000000000000000001", "1.500",
            "99999999999999999999999999999999999999", "-0.99999999999999999999999999999999999999",
        ])
    func `an amount is written as it was read`(text: String) throws {
        #expect(try #require(Amount(text)).description == text)
    }

    @Test(arguments: [
        ("007.50", "7.50"), ("-0", "0"), ("-0.00", "0.00"), ("1e3", "1000"), ("12E-2", "0.12"), ("1.50E+1", "15.0"),
        ("0e30", "0"), ("1E+30", "1000000000000000000000000000000"), ("1.5e-30", "0.0000000000000000000000000000015"),
    ])
    func `exponents and leading zeros are spelt out`(text: String, written: String) throws {
        #expect(try #require(Amount(text)).description == written)
    }

    @Test(

        arguments: [
            "", "-", ".", "1.", ".5", "+1", " 1", "1 ", "1,5", "1e", "1e+", "e5", "0x10", "1e31", "1e-31", "NaN", "--1",
            "1.2.3", "100000000000000000000000000000000000000", "0.100000000000000000000000000000000000000", "１",
            "1e99999999999999999999", "1\u{0}",
        ])
    func `what is no decimal of 38 digits is refused`(text: String) {
        #expect(Amount(text) == nil)
    }

    @Test func `a coefficient that digits cannot spell keeps its exponent`() throws {
        let large = try #require(Amount("99999999999999999999999999999999999999e30"))
        #expect(large.description == "99999999999999999999999999999999999999E+30")
        #expect(Amount(large.description) == large)
    }

    @Test func `equal values are equal and hash alike, whatever their zeros`() throws {
        let same = try ["1.5", "1.50", "15e-1", "0.15e1"].map { try #require(Amount($0)) }
        #expect(Set(same).count == 1)
        #expect(Set(same.map(\.canonicalDescription)) == ["1.5"])
        #expect(Amount("0.00") == Amount.zero)
    }

    @Test func `zeros never make a difference`() throws {
        try withChance { random in
            let amount = Amount.arbitrary(using: &random)
            let digits = amount.coefficient.magnitude
            guard digits < 1_000_000_000 else { return }
            let longer = try #require(Amount(coefficient: amount.coefficient * 1000, scale: min(68, amount.scale + 3)))
            guard longer.scale == amount.scale + 3 else { return }
            #expect(longer == amount, "\(random)")
            #expect(longer.hashValue == amount.hashValue, "\(random)")
        }
    }

    @Test
    func `what is written is read back to the digit`() throws {
        try withChance(times: 2000) { random in
            let amount = Amount.arbitrary(using: &random)
            let again = try #require(Amount(amount.description), "\(random)")
            #expect(again == amount, "\(random)")
            #expect(again.description == amount.description, "\(random)")
            #expect(Amount(amount.canonicalDescription) == amount, "\(random)")
        }
    }

    @Test func `no bytes crash the reader, and what it takes it can write`() {
        withChance(times: 3000) { random in
            let alphabet = Array("0123456789.-+eE,\0 ".utf8)
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            if let amount = Amount(utf8: bytes) { #expect(Amount(amount.description) == amount, "\(random)") }
        }
    }

    @Test func `the order is that of the values`() {
        withChance(times: 1000) { random in
            let (left, right) = (Amount.arbitrary(using: &random), Amount.arbitrary(using: &random))
            let expected = Digits(left).minus(Digits(right)).sign
            #expect((left < right) == (expected < 0), "\(random): \(left) \(right)")
            #expect((left == right) == (expected == 0), "\(random): \(left) \(right)")
        }
    }
}

extension Amount {
    /// Any amount, mostly with few digits.
    static func arbitrary(digits: Int? = nil, using random: inout SeededGenerator) -> Amount {
        let count =
            digits
            ?? (Bool.random(using: &random)
                ? Int.random(in: 1...8, using: &random) : Int.random(in: 1...38, using: &random))
        let text = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
        let scale = Bool.random(using: &random) ? 2 : Int.random(in: -30...60, using: &random)
        let coefficient = Int128(text) ?? 0
        let signed = Bool.random(using: &random) ? coefficient : -coefficient
        return Amount(coefficient: signed, scale: scale) ?? .zero
    }
}
