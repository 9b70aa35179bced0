/// The header that names a downloaded file.
enum ContentDisposition {
    /// `attachment; filename="…"; filename*=UTF-8''…`: an ASCII name for old clients, the true one beside it.
    ///
    /// - Source: RFC 6266, section 4; RFC 8187, section 3.2.
    static func text(_ fileName: String, isInline: Bool) -> String {
        let kind = isInline ? "inline" : "attachment"
        let name = fileName.isEmpty ? "file" : fileName
        let plain = String(decoding: name.unicodeScalars.map(asciiByte), as: UTF8.self)
        let encoded = plain == name ? "" : "; filename*=UTF-8''\(percentEncoded(name))"
        return "\(kind); filename=\"\(plain)\"\(encoded)"
    }

    /// What could end the quotes, leave the line or lead to another folder becomes `_`.
    private static func asciiByte(_ scalar: Unicode.Scalar) -> UInt8 {
        let isPlain = (0x20...0x7E).contains(scalar.value) && !"\"\\/%".unicodeScalars.contains(scalar)
        return isPlain ? UInt8(scalar.value) : UInt8(ascii: "_")
    }

    private static func percentEncoded(_ name: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            if isAttributeCharacter(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isAttributeCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$&+-.^_`|~".utf8.contains(byte)
        }
    }
}
