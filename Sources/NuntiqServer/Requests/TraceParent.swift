/// The caller's trace (W3C Trace Context), to be found again in our log and passed on to whom we call.
public struct TraceParent: Sendable, Hashable {
    /// The header's value, as received.
    public let text: String
    /// The 32 hexadecimal digits that all parts of the trace share.
    public var traceID: Substring { text.dropFirst(3).prefix(32) }

    /// Takes `00-<32 digits>-<16 digits>-<2 digits>` in lower case; anything else is as if not sent.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 32, 16, 2], parts[0] == "00" else { return nil }
        guard parts.allSatisfy({ $0.utf8.allSatisfy(Self.isLowerHex) }) else { return nil }
        guard parts[1].contains(where: { $0 != "0" }), parts[2].contains(where: { $0 != "0" }) else { return nil }
        self.text = text
    }

    private static func isLowerHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
