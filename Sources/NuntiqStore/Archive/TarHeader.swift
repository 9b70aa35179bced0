import Foundation

/// The block before each file of a tar archive.
///
/// - Source: POSIX.1-1988 (ustar); sizes from 8 GiB on as base-256 numbers, as GNU tar writes and reads them.
struct TarHeader: Hashable {
    static let blockBytes = 512

    private static let name = 0..<100
    private static let size = 124..<136
    private static let checksum = 148..<156
    private static let octalSizeMax: Int64 = 0o77_777_777_777

    let name: String
    let size: Int64

    /// How many bytes fill the last block.
    var padding: Int { Int((512 - size % 512) % 512) }

    init(name: String, size: Int64) {
        self.name = name
        self.size = size
    }

    /// Reads a block; `nil` unless its checksum is right and it is an ordinary file.
    init?(_ block: Data) {
        let bytes = Array(block)
        guard bytes.count == Self.blockBytes, bytes[156] == UInt8(ascii: "0") || bytes[156] == 0,
            Self.octal(bytes[Self.checksum]) == Self.sum(of: bytes), let size = Self.size(bytes[Self.size])
        else { return nil }
        self.init(name: String(decoding: bytes[Self.name].prefix { $0 != 0 }, as: UTF8.self), size: size)
    }

    /// The block.
    var block: Data {
        var bytes = [UInt8](repeating: 0, count: Self.blockBytes)
        func put(_ text: String, at start: Int) {
            bytes.replaceSubrange(start..<start + text.utf8.count, with: text.utf8)
        }
        put(String(name.prefix(99)), at: 0)
        put("0000600\0", at: 100)
        put("0000000\0", at: 108)
        put("0000000\0", at: 116)
        bytes.replaceSubrange(Self.size, with: sizeField)
        put("00000000000\0", at: 136)
        put("0", at: 156)
        put("ustar\u{0}00", at: 257)
        put(Self.digits(Self.sum(of: bytes), width: 6) + "\u{0} ", at: Self.checksum.lowerBound)
        return Data(bytes)
    }

    private var sizeField: [UInt8] {
        if size <= Self.octalSizeMax { return Array(Self.digits(size, width: 11).utf8) + [0] }
        return [0x80, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: size >> Int64(56 - 8 * $0)) }
    }

    private static func size(_ field: ArraySlice<UInt8>) -> Int64? {
        guard field.first == 0x80 else { return octal(field) }
        let size = field.suffix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return size >= 0 ? size : nil
    }

    /// The sum of the bytes, those of the checksum itself counted as spaces.
    private static func sum(of bytes: [UInt8]) -> Int64 {
        bytes.indices.reduce(0) { $0 + (checksum.contains($1) ? 32 : Int64(bytes[$1])) }
    }

    private static func octal(_ field: ArraySlice<UInt8>) -> Int64? {
        let digits = field.drop { $0 == 32 }.prefix { (0x30...0x37).contains($0) }
        return digits.isEmpty ? nil : Int64(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    private static func digits(_ value: Int64, width: Int) -> String {
        let text = String(value, radix: 8)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
