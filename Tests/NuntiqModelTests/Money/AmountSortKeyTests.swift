import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct AmountSortKeyTests {
    @Test func `keys sort as the amounts do, and equal amounts have one key`() throws {
        let texts = [
            "-1000000000000000000000000000000000000", "-123.5", "-123.45", "-100", "-99.999", "-1", "-0.1", "-0.012",
            "-0.0000001", "0", "0.0000001", "0.012", "0.1", "0.12", "1", "1.000000001", "9.99", "10", "99.999", "100",
            "123.45", "123.5", "14220.5", "14220.51", "99999999999999999999999999999999999999",
        ]
        let amounts = try texts.map { try #require(Amount($0)) }
        for (left, right) in zip(amounts, amounts.dropFirst()) {
            #expect(left < right)
            #expect(Array(left.sortKey.utf8).lexicographicallyPrecedes(Array(right.sortKey.utf8)), "\(left) \(right)")
        }
        #expect(Amount("10.00")?.sortKey == Amount("10")?.sortKey)
        #expect(Amount("-0.00")?.sortKey == Amount("0")?.sortKey)
    }

    @Test func `any two amounts are ordered as their keys are`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let pair = (0..<2).map { _ in
                Amount(
                    coefficient: Int128(Int64.random(in: -100_000...100_000, using: &generator)),
                    scale: Int.random(in: 0...6, using: &generator)) ?? .zero
            }
            let (left, right) = (Array(pair[0].sortKey.utf8), Array(pair[1].sortKey.utf8))
            #expect((pair[0] < pair[1]) == left.lexicographicallyPrecedes(right), "seed \(seed): \(pair)")
            #expect((pair[0] == pair[1]) == (left == right), "seed \(seed): \(pair)")
        }
    }
}
