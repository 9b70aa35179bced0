/// Where a string is that is being read.
struct JSONText {
    /// What an escape still lacks.
    enum Escape {
        case none
        /// The byte after `\`.
        case kind
        /// Hexadecimal digits after `\u`.
        case hex(value: UInt32, digits: Int)
        /// The `\` of the second half of a surrogate pair.
        case lowBackslash
        /// The `u` of the second half of a surrogate pair.
        case lowU
    }

    var isKey = false
    var isSpilled = false
    var escape = Escape.none
    /// The first half of a surrogate pair.
    var high: UInt32?
    var utf8 = UTF8Check()
    /// Bytes of the document that went to the spill.
    var spilledBytes = 0
}

extension JSONReader {
    mutating func beginString(isKey: Bool) {
        token.removeAll(keepingCapacity: true)
        text.isKey = isKey
        text.isSpilled = false
        state = .string
    }

    mutating func beginStringValue() throws {
        beginString(isKey: false)
        if let pattern, let spill, stack.matches(pattern) {
            text.isSpilled = true
            try spill.begin(at: stack.path)
        }
    }

    /// Reads on in a string; returns the index of the next byte to read.
    mutating func readString(_ bytes: UnsafeRawBufferPointer, _ start: Int) throws -> Int {
        var index = start
        while index < bytes.count {
            if case .none = text.escape {
                let (end, isASCII) = plainRun(bytes, from: index)
                let run = UnsafeRawBufferPointer(rebasing: bytes[index..<end])
                if !isASCII || !text.utf8.isWhole, !text.utf8.take(run) { throw failure(.invalidUTF8, at: index) }
                index = end
                let isEnd = end < bytes.count && bytes[end] == UInt8(ascii: "\"")
                if isEnd, !text.isSpilled, token.isEmpty {
                    try endString(run, at: end)
                    return end + 1
                }
                try append(run, at: index)
                if isEnd {
                    try endCutString(at: end)
                    return end + 1
                }
                if end < bytes.count { try beginEscape(bytes[end], at: end) }
            } else {
                try readEscape(bytes[index], at: index)
            }
            index += 1
        }
        return bytes.count
    }

    /// A string that stands whole in this chunk, without escapes.
    private mutating func endString(_ run: UnsafeRawBufferPointer, at index: Int) throws {
        guard text.utf8.isWhole else { throw failure(.invalidUTF8, at: index) }
        try checkLength(run.count, at: index)
        try finishString(String(decoding: run, as: UTF8.self), at: index)
    }

    private mutating func endCutString(at index: Int) throws {
        guard text.utf8.isWhole else { throw failure(.invalidUTF8, at: index) }
        if text.isSpilled, let spill {
            try add(spill.end(), at: index)
        } else {
            try finishString(String(decoding: token, as: UTF8.self), at: index)
        }
    }

    private mutating func finishString(_ string: String, at index: Int) throws {
        if text.isKey {
            stack.setKey(string)
            state = .colon
        } else {
            try add(.string(string), at: index)
        }
    }

    /// Takes decoded bytes of the string.
    private mutating func append(_ run: UnsafeRawBufferPointer, at index: Int) throws {
        if run.isEmpty { return }
        if text.isSpilled, let spill {
            text.spilledBytes += run.count
            try spill.take(run)
        } else {
            try checkLength(token.count + run.count, at: index)
            token.append(contentsOf: run)
        }
    }

    private func checkLength(_ count: Int, at index: Int) throws {
        let limit = text.isKey ? limits.keyBytes : limits.stringBytes
        if count > limit { throw failure(.tooLong(limit: limit), at: index) }
    }

    private mutating func beginEscape(_ byte: UInt8, at index: Int) throws {
        guard byte == UInt8(ascii: "\\") else {
            throw failure(byte == 0 ? .nullCharacter : .unexpectedByte(byte), at: index)
        }
        guard text.utf8.isWhole else { throw failure(.invalidUTF8, at: index) }
        text.escape = .kind
    }

    private mutating func readEscape(_ byte: UInt8, at index: Int) throws {
        switch text.escape {
        case .none: break
        case .kind: try readEscapeKind(byte, at: index)
        case .hex(let value, let digits):
            guard let digit = hexDigit(byte) else { throw failure(.invalidEscape, at: index) }
            if digits == 3 {
                try endUnicodeEscape(value << 4 | digit, at: index)
            } else {
                text.escape = .hex(value: value << 4 | digit, digits: digits + 1)
            }
        case .lowBackslash:
            guard byte == UInt8(ascii: "\\") else { throw failure(.loneSurrogate, at: index) }
            text.escape = .lowU
        case .lowU:
            guard byte == UInt8(ascii: "u") else { throw failure(.loneSurrogate, at: index) }
            text.escape = .hex(value: 0, digits: 0)
        }
    }

    private mutating func readEscapeKind(_ byte: UInt8, at index: Int) throws {
        let decoded: UInt8
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded = byte
        case UInt8(ascii: "n"): decoded = 0x0A
        case UInt8(ascii: "t"): decoded = 0x09
        case UInt8(ascii: "r"): decoded = 0x0D
        case UInt8(ascii: "b"): decoded = 0x08
        case UInt8(ascii: "f"): decoded = 0x0C
        case UInt8(ascii: "u"):
            text.escape = .hex(value: 0, digits: 0)
            return
        default: throw failure(.invalidEscape, at: index)
        }
        text.escape = .none
        if text.isSpilled { text.spilledBytes += 1 }
        try withUnsafeBytes(of: decoded) { try append($0, at: index) }
    }

    private mutating func endUnicodeEscape(_ unit: UInt32, at index: Int) throws {
        switch (text.high, unit) {
        case (nil, 0): throw failure(.nullCharacter, at: index)
        case (nil, 0xD800...0xDBFF):
            text.high = unit
            text.escape = .lowBackslash
        case (nil, 0xDC00...0xDFFF): throw failure(.loneSurrogate, at: index)
        case (nil, _): try appendScalar(unit, at: index)
        case (let high?, 0xDC00...0xDFFF): try appendScalar(0x10000 + (high - 0xD800) << 10 + unit - 0xDC00, at: index)
        case (_?, _): throw failure(.loneSurrogate, at: index)
        }
    }

    private mutating func appendScalar(_ value: UInt32, at index: Int) throws {
        guard let scalar = UnicodeScalar(value) else { throw failure(.loneSurrogate, at: index) }
        let decoded = Array(String(scalar).utf8)
        if text.isSpilled { text.spilledBytes += (text.high == nil ? 6 : 12) - decoded.count }
        text.high = nil
        text.escape = .none
        try decoded.withUnsafeBytes { try append($0, at: index) }
    }

    private func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

/// The index of the first `"`, `\` or control character at or after `start`, else the end; and whether all before it
/// is ASCII (`false` may also come from what follows within the same eight bytes).
private func plainRun(_ bytes: UnsafeRawBufferPointer, from start: Int) -> (end: Int, isASCII: Bool) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var index = start
    var seen: UInt64 = 0
    while index + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        seen |= word
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let backslash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let stops =
            (((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)) & tops
        if stops != 0 { return (index + stops.trailingZeroBitCount / 8, seen & tops == 0) }
        index += 8
    }
    while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        seen |= UInt64(byte)
        index += 1
    }
    return (index, seen & tops == 0)
}
