/// What ties an answer, its log lines and a caller's report together; on every answer as `X-Request-Id`.
enum RequestID {
    /// The caller's id where it is 1…128 visible ASCII characters, else one of 20 random hexadecimal digits.
    static func make(from sent: String?, random: (Int) -> [UInt8]) -> String {
        if let sent, isSane(sent) { return sent }
        return String(decoding: random(10).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func isSane(_ text: String) -> Bool {
        let bytes = text.utf8
        return (1...128).contains(bytes.count) && bytes.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
