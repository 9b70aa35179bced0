import NuntiqModel

/// A time for people: `2026-05-19 08:30 UTC`, or a dash where there is none.
func timeText(_ instant: Instant?) -> String {
    guard let text = instant?.description else { return "-" }
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
}

extension Instant? {
    /// The time on the wire, or null.
    var json: JSONValue { self.map(\.json) ?? .null }
}
