/// Reads one JSON document (RFC 8259, strictly) that arrives in chunks cut anywhere.
///
/// `feed` each chunk, then `finish` for the value. Memory is bounded by ``JSONLimits``; strings at the paths of a
/// ``JSONPathPattern`` go to a ``JSONSpill`` instead of into the tree. After a throw the reader is of no more use.
public struct JSONReader {
    /// What may come next.
    enum State {
        case value
        case valueOrEnd
        case keyOrEnd
        case key
        case colon
        case commaOrEnd
        case string
        case number
        case literal(Literal, matched: Int)
        case done
    }

    let limits: JSONLimits
    var state = State.value
    var stack: JSONStack
    var text = JSONText()
    /// Bytes of a string or number that began in an earlier chunk or holds escapes, decoded.
    var token: [UInt8] = []
    /// Bytes of the chunks before this one.
    var consumed = 0
    let pattern: JSONPathPattern?
    let spill: (any JSONSpill)?

    /// Starts a document.
    public init(limits: JSONLimits = .standard) {
        self.limits = limits
        stack = JSONStack(limits: limits)
        pattern = nil
        spill = nil
    }

    /// Starts a document whose strings at paths of `pattern` go to `spill`.
    public init(limits: JSONLimits = .standard, spilling pattern: JSONPathPattern, to spill: any JSONSpill) {
        self.limits = limits
        stack = JSONStack(limits: limits)
        self.pattern = pattern
        self.spill = spill
    }

    /// Takes the next bytes of the document.
    ///
    /// - Throws: ``JSONError``, or what the spill throws.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) throws {
        var index = 0
        while index < bytes.count {
            index = try step(bytes, index)
        }
        consumed += bytes.count
        if consumed - text.spilledBytes > limits.totalBytes {
            throw failure(.tooLarge(limit: limits.totalBytes), at: 0)
        }
    }

    /// Takes the next bytes of the document.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws {
        let fed: Void? = try bytes.withContiguousStorageIfAvailable { try feed(UnsafeRawBufferPointer($0)) }
        if fed == nil { try Array(bytes).withUnsafeBytes { try feed($0) } }
    }

    /// Ends the document.
    ///
    /// - Returns: its value.
    /// - Throws: ``JSONError`` when it is not whole.
    public mutating func finish() throws -> JSONValue {
        if case .number = state { try endNumber(at: 0) }
        guard case .done = state, let root = stack.root else { throw failure(.unexpectedEnd, at: 0) }
        return root
    }

    /// Goes on by one token or part of one; returns the index of the next byte to read.
    private mutating func step(_ bytes: UnsafeRawBufferPointer, _ index: Int) throws -> Int {
        switch state {
        case .string: return try readString(bytes, index)
        case .number: return try readNumber(bytes, index)
        case .literal(let literal, let matched): return try readLiteral(literal, matched, bytes, index)
        case .value, .valueOrEnd, .keyOrEnd, .key, .colon, .commaOrEnd, .done: break
        }
        let byte = bytes[index]
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { return index + 1 }
        switch (state, byte) {
        case (.valueOrEnd, UInt8(ascii: "]")), (.keyOrEnd, UInt8(ascii: "}")): try close(at: index)
        case (.value, _), (.valueOrEnd, _): return try beginValue(byte, at: index)
        case (.key, UInt8(ascii: "\"")), (.keyOrEnd, UInt8(ascii: "\"")): beginString(isKey: true)
        case (.colon, UInt8(ascii: ":")): state = .value
        case (.commaOrEnd, UInt8(ascii: ",")): state = stack.isInObject ? .key : .value
        case (.commaOrEnd, UInt8(ascii: "}")) where stack.isInObject: try close(at: index)
        case (.commaOrEnd, UInt8(ascii: "]")) where !stack.isInObject: try close(at: index)
        default: throw failure(.unexpectedByte(byte), at: index)
        }
        return index + 1
    }

    private mutating func beginValue(_ byte: UInt8, at index: Int) throws -> Int {
        do {
            try stack.beginValue()
        } catch {
            throw failure(error.kind, at: index)
        }
        switch byte {
        case UInt8(ascii: "\""): try beginStringValue()
        case UInt8(ascii: "{"): try open(isObject: true, at: index)
        case UInt8(ascii: "["): try open(isObject: false, at: index)
        case UInt8(ascii: "t"): state = .literal(.true, matched: 1)
        case UInt8(ascii: "f"): state = .literal(.false, matched: 1)
        case UInt8(ascii: "n"): state = .literal(.null, matched: 1)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            token.removeAll(keepingCapacity: true)
            state = .number
            return index
        default: throw failure(.unexpectedByte(byte), at: index)
        }
        return index + 1
    }

    private mutating func open(isObject: Bool, at index: Int) throws {
        guard stack.open(isObject: isObject) else { throw failure(.tooDeep(limit: limits.depth), at: index) }
        state = isObject ? .keyOrEnd : .valueOrEnd
    }

    private mutating func close(at index: Int) throws {
        try add(stack.close(), at: index)
    }

    /// Puts a whole value into what encloses it.
    mutating func add(_ value: JSONValue, at index: Int) throws {
        do {
            try stack.add(value)
        } catch {
            throw failure(error.kind, at: index)
        }
        state = stack.root == nil ? .commaOrEnd : .done
    }

    /// An error at a byte of this chunk.
    func failure(_ kind: JSONError.Kind, at index: Int) -> JSONError {
        JSONError(kind, offset: consumed + index, path: stack.path)
    }
}

extension JSONValue {
    /// Parses a whole document.
    ///
    /// - Throws: ``JSONError``.
    public static func parse(_ bytes: some Sequence<UInt8>, limits: JSONLimits = .standard) throws -> JSONValue {
        var reader = JSONReader(limits: limits)
        try reader.feed(bytes)
        return try reader.finish()
    }

    /// Parses a whole document.
    ///
    /// - Throws: ``JSONError``.
    public static func parse(_ text: String, limits: JSONLimits = .standard) throws -> JSONValue {
        try parse(text.utf8, limits: limits)
    }
}
