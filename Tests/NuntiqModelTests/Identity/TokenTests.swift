import NuntiqModel
import NuntiqTesting
import Testing

struct TokenTests {
    private let example = "0197c3a1-2b4f-7c3d-9e8f-0123456789ab"

    @Test func `a UUID is read in any case and written in small letters`() throws {
        #expect(try #require(Token(example.uppercased())).description == example)
        #expect(Token(example) == Token(example.uppercased()))
    }

    @Test(.proves("model/tokens-crockford"))
    func `every form of a token is read back to the same bytes`() throws {
        try withChance { random in
            let token = try #require(Token(bytes: random.bytes(16)))
            #expect(Token(token.description) == token, "\(random)")
            #expect(Token(token.crockford) == token, "\(random)")
            #expect(Token(token.crockford.lowercased()) == token, "\(random)")
            let handwritten = token.crockford.replacing("1", with: "l").replacing("0", with: "O")
            #expect(Token(handwritten) == token, "\(random)")
            #expect(Token(bytes: token.bytes) == token, "\(random)")
            #expect(token.crockford.count == 26)
        }
    }

    @Test func `the base-32 form is that of ULIDs`() throws {
        let token = try #require(Token("01ARZ3NDEKTSV4RRFFQ69G5FAV"))
        #expect(token.description == "01563e3a-b5d3-d676-4c61-efb99302bd5b")
        #expect(Token(bytes: [UInt8](repeating: 255, count: 16))?.crockford == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
    }

    @Test(arguments: [
        "", "0197c3a1-2b4f-7c3d-9e8f-0123456789a", "0197c3a1-2b4f-7c3d-9e8f-0123456789abc",
        "0197c3a12b4f7c3d9e8f0123456789ab",
        "0197c3a1_2b4f-7c3d-9e8f-0123456789ab", "g197c3a1-2b4f-7c3d-9e8f-0123456789ab", "81ARZ3NDEKTSV4RRFFQ69G5FAV",
        "01ARZ3NDEKTSV4RRFFQ69G5FAU", "{197c3a1-2b4f-7c3d-9e8f-0123456789ab}",
    ])
    func `what is neither form is refused`(text: String) {
        #expect(Token(text) == nil)
    }

    @Test(.proves("model/tokens-uuid7"))
    func `tokens of version 7 carry their time and order by it`() {
        withChance { random in
            let instant = Instant(microseconds: Int64.random(in: 0...4_000_000_000_000_000, using: &random))
            let token = Token.version7(at: instant, random: random.bytes(8))
            let bytes = token.bytes
            let milliseconds = bytes.prefix(6).reduce(0) { $0 << 8 | Int64($1) }
            #expect(milliseconds == instant.microseconds / 1000, "\(random)")
            #expect(bytes[6] >> 4 == 7 && bytes[8] >> 6 == 2, "\(random)")
            let later = Token.version7(at: instant + .microseconds(1), random: random.bytes(8))
            #expect(token < later, "\(random)")
            #expect(token.bytes.lexicographicallyPrecedes(later.bytes), "\(random)")
        }
    }

    @Test func `tokens of version 4 keep every other bit of chance`() {
        let token = Token.random([UInt8](repeating: 0xFF, count: 16))
        #expect(token.description == "ffffffff-ffff-4fff-bfff-ffffffffffff")
        #expect(Token.random([UInt8](repeating: 0, count: 16)).description == "00000000-0000-4000-8000-000000000000")
    }
}
