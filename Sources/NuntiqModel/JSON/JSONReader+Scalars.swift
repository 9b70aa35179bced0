/// The three words of JSON.
enum Literal {
    case `true`
    case `false`
    case null

    var spelling: StaticString {
        switch self {
        case .true: "true"
        case .false: "false"
        case .null: "null"
        }
    }

    var value: JSONValue {
        switch self {
        case .true: .bool(true)
        case .false: .bool(false)
        case .null: .null
        }
    }
}

extension JSONReader {
    /// Reads on in `true`, `false` or `null`; returns the index of the next byte to read.
    mutating func readLiteral(
        _ literal: Literal, _ matched: Int, _ bytes: UnsafeRawBufferPointer, _ start: Int
    ) throws -> Int {
        let spelling = literal.spelling
        guard bytes[start] == spelling.utf8Start[matched] else {
            throw failure(.unexpectedByte(bytes[start]), at: start)
        }
        if matched + 1 == spelling.utf8CodeUnitCount {
            try add(literal.value, at: start)
        } else {
            state = .literal(literal, matched: matched + 1)
        }
        return start + 1
    }

    /// Reads on in a number; returns the index of the next byte to read.
    mutating func readNumber(_ bytes: UnsafeRawBufferPointer, _ start: Int) throws -> Int {
        var end = start
        while end < bytes.count, isPartOfNumber(bytes[end]) { end += 1 }
        let run = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
        if token.count + run.count > limits.numberBytes {
            throw failure(.tooLong(limit: limits.numberBytes), at: start)
        }
        if end < bytes.count, token.isEmpty {
            try endNumber(run, at: start)
        } else {
            token.append(contentsOf: run)
            if end < bytes.count { try endNumber(at: end) }
        }
        return end
    }

    /// Ends a number that was cut by a chunk or by the end of the document.
    mutating func endNumber(at index: Int) throws {
        let whole = token
        token.removeAll(keepingCapacity: true)
        try whole.withUnsafeBytes { try endNumber($0, at: index) }
    }

    private mutating func endNumber(_ text: UnsafeRawBufferPointer, at index: Int) throws {
        guard JSONNumber.isNumber(text) else { throw failure(.invalidNumber, at: index) }
        try add(.number(JSONNumber(checked: String(decoding: text, as: UTF8.self))), at: index)
    }

    private func isPartOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
