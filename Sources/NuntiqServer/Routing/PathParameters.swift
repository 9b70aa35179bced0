/// The values of a path's `{names}`, percent-decoded when read.
public struct PathParameters: Sendable {
    private var values: [(name: String, raw: Substring)] = []

    /// No values.
    public init() {}

    mutating func set(_ name: String, _ raw: Substring) {
        values.append((name, raw))
    }

    /// The decoded value of `{name}`; empty when the path has none, it does not decode, or it holds U+0000.
    public subscript(_ name: String) -> String {
        guard let raw = values.first(where: { $0.name == name })?.raw,
            let text = PercentEncoding.decode(raw, plusIsSpace: false), !text.utf8.contains(0)
        else { return "" }
        return text
    }
}
