/// What a client must know of an answer's head; read byte by byte, since clients share the machine with the server.
struct AnswerHead {
    private static let end: [UInt8] = Array("\r\n\r\n".utf8)
    private static let lengthName: [UInt8] = Array("\r\ncontent-length:".utf8)
    /// Where the digits of the status stand, after `HTTP/1.1 `.
    private static let statusDigits = 9..<12

    let status: Int
    /// The bytes of the body.
    let length: Int
    /// Where the body begins.
    let end: Int

    /// Reads a head; `nil` until it is whole.
    init?(_ bytes: [UInt8]) {
        guard let headEnd = Self.headEnd(bytes), headEnd >= Self.statusDigits.upperBound else { return nil }
        end = headEnd + Self.end.count
        status = Self.number(bytes[Self.statusDigits])
        length = Self.length(bytes[..<headEnd])
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        var from = 0
        while let place = bytes[from...].firstIndex(of: UInt8(ascii: "\r")) {
            if bytes[place...].starts(with: end) { return place }
            from = place + 1
        }
        return nil
    }

    private static func length(_ head: ArraySlice<UInt8>) -> Int {
        var rest = head
        while let line = rest.dropFirst().firstIndex(of: UInt8(ascii: "\r")) {
            rest = rest[line...]
            let name = rest.prefix(lengthName.count)
            if name.count == lengthName.count, zip(name, lengthName).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) {
                return number(rest.dropFirst(lengthName.count))
            }
        }
        return 0
    }

    /// The first digits, after spaces.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.drop { $0 == UInt8(ascii: " ") }.prefix { (0x30...0x39).contains($0) }
            .reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
}
