import NuntiqModel
import NuntiqTesting
import Testing

@Suite
struct JSONPropertyTests {
    static let seeds = (0..<8).map { _ in UInt64.random(in: .min ... .max) }

    @Test(arguments: seeds)
    func `what is written is read back the same`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let value = JSONValue.arbitrary(using: &random)
            let text = value.serialized()
            let read = try JSONValue.parse(text)
            #expect(read == value, "seed \(seed)")
            #expect(read.serialized() == text, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `chunks cut anywhere give the same value`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let value = JSONValue.arbitrary(using: &random)
            let bytes = value.serializedBytes()
            let read = try parse(bytes, into: JSONReader(), chunksOf: 1...7, using: &random)
            #expect(read.serialized() == value.serialized(), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `chunks cut anywhere give the same error at the same byte`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let bytes = Self.damaged(using: &random)
            let whole = Result { try JSONValue.parse(bytes) }
            let cut = Result { try parse(bytes, into: JSONReader(), chunksOf: 1...3, using: &random) }
            #expect((try? whole.get()) == (try? cut.get()), "seed \(seed)")
            if case .failure(let error) = whole { #expect(error is JSONError, "seed \(seed)") }
        }
    }

    @Test(arguments: seeds)
    func `no bytes crash the reader`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet =
            Array("{}[]:,\"\\u0123456789abcdefnrtls-+.eE \n".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xA0, 0xF4, 0xFF]
        for _ in 0..<500 {
            let count = Int.random(in: 0..<40, using: &random)
            let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            if let value = try? JSONValue.parse(bytes) {
                #expect((try? JSONValue.parse(value.serialized())) == value, "seed \(seed)")
            }
        }
    }

    @Test(arguments: seeds)
    func `a spilled string is what would stand in the tree`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<60 {
            let contents = (0..<3).map { _ in JSONValue.arbitrary(depth: 0, using: &random) }
            let document: JSONValue = [
                "attachments": .array(contents.map { ["content": $0, "name": "x"] }), "content": "stays",
            ]
            let spill = Collecting()
            let reader = JSONReader(spilling: JSONPathPattern("attachments[].content"), to: spill)
            let read = try parse(document.serializedBytes(), into: reader, chunksOf: 1...5, using: &random)
            #expect(read["content"] == "stays")
            #expect(spill.texts == contents.compactMap(\.string), "seed \(seed)")
            let standIns = read["attachments"]?.array?.compactMap { $0["content"]?["spilled"]?.number?.int }
            #expect(standIns == (0..<spill.texts.count).map(Int64.init), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `equal documents have equal canonical bytes, in whatever order and spelling`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let value = JSONValue.arbitrary(using: &random)
            let shuffled = value.shuffled(using: &random)
            #expect(shuffled == value, "seed \(seed)")
            #expect(shuffled.canonicalBytes() == value.canonicalBytes(), "seed \(seed)")
            #expect(shuffled.hashValue == value.hashValue, "seed \(seed)")
        }
    }

    private static func damaged(using random: inout SeededGenerator) -> [UInt8] {
        var bytes = JSONValue.arbitrary(using: &random).serializedBytes()
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &random)
            case 1: bytes.remove(at: index)
            default: bytes.removeLast(bytes.count - index)
            }
        }
        return bytes
    }
}

extension JSONValue {
    /// The same value with its keys in another order and its numbers spelt with one more zero.
    fileprivate func shuffled(using random: inout SeededGenerator) -> JSONValue {
        switch self {
        case .null, .bool, .string: return self
        case .number(let number): return .number(JSONNumber(number.text.respelt) ?? number)
        case .array(let elements): return .array(elements.map { $0.shuffled(using: &random) })
        case .object(let object):
            var shuffled = JSONObject()
            for member in object.members.shuffled(using: &random) {
                shuffled[member.key] = member.value.shuffled(using: &random)
            }
            return .object(shuffled)
        }
    }
}

extension String {
    /// A number with the same value in another spelling.
    fileprivate var respelt: String {
        let parts = split(separator: "e")
        guard let mantissa = parts.first else { return self }
        let longer = mantissa.contains(".") ? "\(mantissa)0" : "\(mantissa).0"
        return parts.count > 1 ? "\(longer)E\(parts[1])" : longer
    }
}

/// Keeps what is spilled, and puts its number into the tree.
private final class Collecting: JSONSpill {
    var texts: [String] = []
    private var current: [UInt8] = []

    func begin(at path: JSONPath) {
        current = []
    }

    func take(_ bytes: UnsafeRawBufferPointer) {
        current.append(contentsOf: bytes)
    }

    func end() -> JSONValue {
        texts.append(String(decoding: current, as: UTF8.self))
        return ["spilled": .number(JSONNumber(Int64(texts.count - 1)))]
    }
}
