internal import NuntiqModel

/// The values that a tax, charge, discount or address may have, by every name that means them.
struct PartNames: Sendable {
    /// What is known of a value.
    struct Entry: Sendable {
        /// Its name on the wire.
        let name: String
        let isAmount: Bool
        /// The texts it may be; `nil` where any may.
        let words: [String]?
    }

    private let entries: [String: Entry]

    /// Names on the wire; the camelCase keys are taken too.
    init(texts: [String], amounts: [String], words: [String: [String]] = [:]) {
        let all =
            texts.map { Entry(name: $0, isAmount: false, words: words[$0]) }
            + amounts.map { Entry(name: $0, isAmount: true, words: nil) }
        var entries: [String: Entry] = [:]
        for entry in all {
            entries[WireName.key(of: entry.name)] = entry
            entries[entry.name] = entry
        }
        self.entries = entries
    }

    /// The value that a name means.
    subscript(name: String) -> Entry? {
        entries[name]
    }
}
