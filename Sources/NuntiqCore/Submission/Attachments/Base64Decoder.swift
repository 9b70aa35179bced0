/// Decodes base64 that arrives in pieces: standard or URL-safe alphabet, white space between, padding or none.
///
/// Content that ends in a literal `...` is the shortened content of an example: ``Outcome/shortened``.
struct Base64Decoder {
    /// How the text ended.
    enum Outcome: Sendable, Hashable {
        case whole
        /// It ends in `...`.
        case shortened
        case invalid
    }

    private var bits: UInt32 = 0
    private var sextets = 0
    private var padding = 0
    private var dots = 0
    private var isBroken = false

    /// Decodes the next bytes of the text onto the end of `output`.
    mutating func decode(_ text: UnsafeRawBufferPointer, into output: inout [UInt8]) {
        if isBroken { return }
        output.reserveCapacity(output.count + text.count / 4 * 3 + 3)
        Self.values.withUnsafeBufferPointer { values in
            var index = 0
            while index < text.count {
                if sextets == 0, padding == 0, dots == 0 {
                    index = decodeQuads(text, from: index, values, into: &output)
                    if index == text.count { return }
                }
                take(text[index], values, into: &output)
                if isBroken { return }
                index += 1
            }
        }
    }

    /// Ends the text; what is left of a last group goes onto the end of `output`.
    mutating func finish(into output: inout [UInt8]) -> Outcome {
        if isBroken || (dots != 0 && dots != 3) { return .invalid }
        if dots == 3 { return .shortened }
        if sextets == 1 { return .invalid }
        if sextets >= 2 { output.append(UInt8(truncatingIfNeeded: bits >> (sextets == 2 ? 4 : 10))) }
        if sextets == 3 { output.append(UInt8(truncatingIfNeeded: bits >> 2)) }
        return .whole
    }

    /// Whole groups of four without anything between, as far as they go.
    private func decodeQuads(
        _ text: UnsafeRawBufferPointer, from start: Int, _ values: UnsafeBufferPointer<UInt8>,
        into output: inout [UInt8]
    ) -> Int {
        var index = start
        while index + 4 <= text.count {
            let (a, b) = (values[Int(text[index])], values[Int(text[index + 1])])
            let (c, d) = (values[Int(text[index + 2])], values[Int(text[index + 3])])
            if (a | b | c | d) >= 64 { break }
            output.append(a << 2 | b >> 4)
            output.append(b << 4 | c >> 2)
            output.append(c << 6 | d)
            index += 4
        }
        return index
    }

    private mutating func take(
        _ byte: UInt8, _ values: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
    ) {
        let value = values[Int(byte)]
        switch value {
        case 0..<64 where padding == 0 && dots == 0:
            bits = bits << 6 | UInt32(value)
            sextets += 1
            if sextets == 4 { flush(into: &output) }
        case Self.space: break
        case Self.pad where sextets >= 2 && sextets + padding < 4 && dots == 0: padding += 1
        case Self.dot where dots < 3 && padding == 0: dots += 1
        default: isBroken = true
        }
    }

    private mutating func flush(into output: inout [UInt8]) {
        output.append(UInt8(truncatingIfNeeded: bits >> 16))
        output.append(UInt8(truncatingIfNeeded: bits >> 8))
        output.append(UInt8(truncatingIfNeeded: bits))
        (bits, sextets) = (0, 0)
    }

    private static let space: UInt8 = 64
    private static let pad: UInt8 = 65
    private static let dot: UInt8 = 66
    private static let other: UInt8 = 67

    /// The value of each byte: 0 … 63 for the alphabet, else what kind of byte it is.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: other, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, byte) in alphabet.utf8.enumerated() { values[Int(byte)] = UInt8(value) }
        values[Int(UInt8(ascii: "-"))] = 62
        values[Int(UInt8(ascii: "_"))] = 63
        for byte in " \t\r\n".utf8 { values[Int(byte)] = space }
        values[Int(UInt8(ascii: "="))] = pad
        values[Int(UInt8(ascii: "."))] = dot
        return values
    }()
}
