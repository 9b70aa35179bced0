/// The SHA-256 of a file's bytes: its name in a ``BlobStore``.
public struct BlobHash: Sendable, Hashable {
    /// The 32 bytes.
    public let bytes: [UInt8]

    /// Wraps a digest; `nil` unless it has 32 bytes.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Reads 64 hexadecimal digits in lower case; `nil` for anything else.
    public init?(hex: some StringProtocol) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = Self.value(of: digits[index]), let low = Self.value(of: digits[index + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        self.bytes = bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension BlobHash: CustomStringConvertible {
    /// 64 hexadecimal digits in lower case.
    public var description: String { hexadecimal(bytes) }
}

extension BlobHash: SQLConvertible {
    /// The 32 bytes.
    public var sqlValue: SQLValue { .bytes(bytes) }
}

extension Row {
    /// The hash of a file.
    public func blobHash(_ index: Int) throws -> BlobHash {
        guard let hash = BlobHash(bytes: try bytes(index)) else { throw StoreError.unexpectedColumn(index) }
        return hash
    }
}

/// Bytes as hexadecimal digits in lower case.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}
