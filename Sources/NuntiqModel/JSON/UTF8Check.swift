/// Checks UTF-8 that arrives in pieces cut anywhere (Unicode 15, table 3-7: no overlong forms, no surrogates).
struct UTF8Check {
    /// Bytes that the character at the end still lacks.
    private var missing = 0
    /// The bounds of the next byte of that character.
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    /// Whether all so far ends with a whole character.
    var isWhole: Bool { missing == 0 }

    /// Takes the next bytes; `false` when they cannot be UTF-8.
    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
        for byte in bytes where !take(byte) { return false }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        if missing == 0 { return begin(byte) }
        guard byte >= low, byte <= high else { return false }
        missing -= 1
        (low, high) = (0x80, 0xBF)
        return true
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, low) = (2, 0xA0)
        case 0xED: (missing, high) = (2, 0x9F)
        case 0xE1...0xEF: missing = 2
        case 0xF0: (missing, low) = (3, 0x90)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, high) = (3, 0x8F)
        default: return false
        }
        return true
    }
}
