import NuntiqModel
import NuntiqTesting

/// Feeds a document in chunks whose lengths come from `random`.
func parse(
    _ bytes: [UInt8], into reader: JSONReader, chunksOf length: ClosedRange<Int>, using random: inout SeededGenerator
) throws -> JSONValue {
    var reader = reader
    var rest = bytes[...]
    while !rest.isEmpty {
        let chunk = rest.prefix(Int.random(in: length, using: &random))
        try reader.feed(chunk)
        rest = rest.dropFirst(chunk.count)
    }
    return try reader.finish()
}
