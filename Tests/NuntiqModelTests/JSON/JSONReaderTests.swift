import NuntiqModel
import Testing

@Suite
struct JSONReaderTests {
    /// Texts that are not JSON, with what is wrong, at which byte, in which value.
    static let refused: [(String, JSONError.Kind, Int, String)] = [
        ("", .unexpectedEnd, 0, ""),
        ("  ", .unexpectedEnd, 2, ""),
        ("{\"a\":[1,2}", .unexpectedByte(UInt8(ascii: "}")), 9, "a[2]"),
        ("[1,]", .unexpectedByte(UInt8(ascii: "]")), 3, "[1]"),
        ("{\"a\":1,}", .unexpectedByte(UInt8(ascii: "}")), 7, "a"),
        ("{a:1}", .unexpectedByte(UInt8(ascii: "a")), 1, ""),
        ("[1] x", .unexpectedByte(UInt8(ascii: "x")), 4, ""),
        ("nul", .unexpectedEnd, 3, ""),
        ("nulL", .unexpectedByte(UInt8(ascii: "L")), 3, ""),
        ("[01]", .invalidNumber, 1, "[0]"),
        ("[1.]", .invalidNumber, 1, "[0]"),
        ("[1e]", .invalidNumber, 1, "[0]"),
        ("[-]", .invalidNumber, 1, "[0]"),
        ("+1", .unexpectedByte(UInt8(ascii: "+")), 0, ""),
        ("NaN", .unexpectedByte(UInt8(ascii: "N")), 0, ""),
        ("\u{FEFF}{}", .unexpectedByte(0xEF), 0, ""),
        ("\"a\nb\"", .unexpectedByte(0x0A), 2, ""),
        ("\"\\x\"", .invalidEscape, 2, ""),
        ("\"\\u12G4\"", .invalidEscape, 5, ""),
        ("\"\\u0000\"", .nullCharacter, 6, ""),
        ("{\"a\":\"\0\"}", .nullCharacter, 6, "a"),
        ("\"\\uD800\"", .loneSurrogate, 7, ""),
        ("\"\\uDC00\"", .loneSurrogate, 6, ""),
        ("\"\\uD800\\u0041\"", .loneSurrogate, 12, ""),
        ("{\"a\":{\"b\":1,\"b\":2}}", .duplicateKey, 16, "a.b"),
        ("[[[[[[[[[1]]]]]]]]]", .tooDeep(limit: 8), 8, "[0][0][0][0][0][0][0][0]"),
    ]

    @Test(arguments: refused)
    func `what is no JSON is refused with its place`(text: String, kind: JSONError.Kind, offset: Int, path: String) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
        #expect(error?.kind == kind)
        #expect(error?.offset == offset)
        #expect(error?.path.description == path)
    }

    @Test(arguments: [
        [0x22, 0xC3, 0x22], [0x22, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
        [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x5C, 0x6E, 0x22],
    ])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
        #expect(error?.kind == .invalidUTF8)
    }

    @Test
    func `escapes and pairs become characters`() throws {
        let read = try JSONValue.parse(#"["\"\\\/\b\f\n\r\té\uD83D\uDE00"]"#)
        #expect(read == ["\"\\/\u{8}\u{C}\n\r\té😀"])
    }

    @Test
    func `numbers keep the text they were sent as`() throws {
        let read = try JSONValue.parse("[1.50, -0, 1E+2, 12345678901234567890.00]")
        #expect(read.serialized() == "[1.50,-0,1E+2,12345678901234567890.00]")
        #expect(read.array?[0].number?.amount?.description == "1.50")
        #expect(read.array?[2].number?.int == 100)
    }

    @Test
    func `the same key with the same value is taken once`() throws {
        let read = try JSONValue.parse(#"{"a": 1.0, "b": {"x": [1]}, "a": 1, "b": {"x": [1.00]}}"#)
        #expect(read.object?.keys == ["a", "b"])
    }

    @Test
    func `a key that comes again among hundreds is found`() throws {
        var members = (0..<500).map { "\"key\($0)\":\($0)" }
        #expect(try JSONValue.parse("{\((members + ["\"key3\":3"]).joined(separator: ","))}").object?.count == 500)
        members.append("\"key3\":4")
        let error = #expect(throws: JSONError.self) { try JSONValue.parse("{\(members.joined(separator: ","))}") }
        #expect(error?.kind == .duplicateKey)
    }

    @Test
    func `every bound holds`() {
        var limits = JSONLimits(depth: 2, stringBytes: 5, totalBytes: 60)
        limits.keyBytes = 4
        limits.numberBytes = 6
        limits.members = 2
        limits.elements = 3
        let cases: [(String, JSONError.Kind)] = [
            ("[[[]]]", .tooDeep(limit: 2)), ("\"123456\"", .tooLong(limit: 5)), (#""12345\n""#, .tooLong(limit: 5)),
            (#"{"abcde":1}"#, .tooLong(limit: 4)), ("1234567", .tooLong(limit: 6)), ("[1,2,3,4]", .tooMany(limit: 3)),
            (#"{"a":1,"b":2,"c":3}"#, .tooMany(limit: 2)), (String(repeating: " ", count: 61), .tooLarge(limit: 60)),
        ]
        for (text, kind) in cases {
            let error = #expect(throws: JSONError.self) { try JSONValue.parse(text, limits: limits) }
            #expect(error?.kind == kind, "\(text)")
        }
        #expect(throws: Never.self) { try JSONValue.parse(#"{"abcd":[1,2,"12345"],"b":123456}"#, limits: limits) }
    }

    @Test
    func `numbers of any size are compared by value`() {
        func number(_ text: String) -> JSONNumber? { JSONNumber(text) }
        #expect(number("100") == number("1e2"))
        #expect(number("-0.0") == number("0"))
        #expect(number("0.001") == number("1E-3"))
        #expect(number("1") != number("-1"))
        #expect(number("1e400") != number("1e401"))
        #expect(number("1e99999999999999999999") != number("1e99999999999999999998"))
        #expect(number("1e-9223372036854775808")?.int == nil && number("0e-9223372036854775808")?.int == 0)
        #expect(number("1e-9223372036854775808") != number("1e-9223372036854775807"))
        #expect(number("92233720368547758070")?.int == nil)
        #expect(number("9223372036854775807")?.int == .max)
        #expect(number("1.5")?.int == nil)
        #expect(number("1.") == nil)
    }
}
