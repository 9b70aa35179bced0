import NuntiqModel
import NuntiqTesting
import Testing

struct APIKeyTests {
    @Test func `a made key has the form and is taken again`() throws {
        try withChance { random in
            for kind in APIKey.Kind.allCases {
                let key = APIKey.generate(kind) { random.bytes($0) }
                #expect(key.text.hasPrefix(kind.rawValue) && key.text.utf8.count == 31, "\(random)")
                let again = try #require(APIKey(key.text), "\(random)")
                #expect(again == key && again.kind == kind, "\(random)")
            }
        }
    }

    @Test func `a key with one wrong character is refused`() {
        withChance { random in
            let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
            let key = APIKey.generate(.key) { random.bytes($0) }
            var mistyped = Array(key.text.utf8)
            let place = Int.random(in: 3..<31, using: &random)
            mistyped[place] = alphabet[Int.random(in: 0..<62, using: &random)]
            let text = String(decoding: mistyped, as: UTF8.self)
            #expect((APIKey(text) == nil) == (text != key.text), "\(random)")
        }
    }

    @Test func `a key of one kind is none of the other`() {
        withChance(times: 20) { random in
            let key = APIKey.generate(.key) { random.bytes($0) }
            #expect(APIKey("rs_" + key.text.dropFirst(3)) == nil, "\(random)")
        }
    }

    @Test(arguments: [
        "", "sk_", "sk_test", "sk_0000000000000000000000000000", "Bearer sk_x", "sk_00000000000000000000000000000",
    ])
    func `what has not the form is refused`(text: String) {
        #expect(APIKey(text) == nil)
    }

    @Test func `the description shows no more than prefix and last four`() {
        withChance(times: 20) { random in
            let key = APIKey.generate(.key) { random.bytes($0) }
            #expect(key.description == "\(key.text.prefix(8))…\(key.text.suffix(4))", "\(random)")
            #expect(key.prefix.count == 8 && key.last4.count == 4, "\(random)")
        }
    }

    @Test func `every character is drawn about equally often`() {
        var random = SeededGenerator(seed: 7)
        var counts: [Character: Int] = [:]
        for _ in 0..<2_000 {
            for character in APIKey.generate(.key, random: { random.bytes($0) }).text.dropFirst(3).prefix(22) {
                counts[character, default: 0] += 1
            }
        }
        #expect(counts.count == 62)
        #expect(counts.values.allSatisfy { (550...880).contains($0) }, "\(counts)")
    }
}
