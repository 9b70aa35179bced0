/// Digits, capitals, small letters, in that order.
enum Base62 {
    private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// Whether a byte is one of the 62.
    static func contains(_ byte: UInt8) -> Bool {
        alphabet.contains(byte)
    }

    /// The last `count` digits of a number.
    static func digits(of number: UInt64, count: Int) -> [UInt8] {
        var rest = number
        var digits = [UInt8]()
        for _ in 0..<count {
            digits.append(alphabet[Int(rest % 62)])
            rest /= 62
        }
        return digits.reversed()
    }

    /// Evenly drawn digits: bytes from 248 on, which would favour the first eight digits, are thrown away.
    static func draw(_ count: Int, from random: (Int) -> [UInt8]) -> [UInt8] {
        var digits = [UInt8]()
        while digits.count < count {
            for byte in random(count) where byte < 248 && digits.count < count {
                digits.append(alphabet[Int(byte % 62)])
            }
        }
        return digits
    }
}

/// The checksum of zip and Ethernet (ISO 3309): polynomial 0xEDB88320, reflected.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }

    /// The checksum of these bytes.
    static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }
}
