internal import NuntiqModel

/// A kind of master data, said once: its fields, its key, what it refers to, by what it is found, how it is deleted.
///
/// Parsing, storing, filtering, deleting and the API's document follow from it
/// (`docs/decisions/023-master-data-is-declared.md`).
public struct MasterKind: Sendable, Hashable {
    /// Names its rows in the database.
    public let name: String
    /// What people call one of them, such as `purchase order`.
    public let noun: String
    /// The rows.
    public let shape: MasterShape
    /// The fields whose values together are the key; the first is never empty, unless ``isKeyOptional``.
    public let key: [String]
    /// Whether a row without its key is taken, as a new one each time.
    public var isKeyOptional = false
    /// What is found by an index of its own, at most four.
    let slots: [MasterSlot]
    /// What must exist.
    var references: [MasterReference] = []
    /// How its rows are deleted.
    public var deletion: MasterDeletion = .soft
    /// Whether a delete that matches nothing is an error.
    public var deletionMustMatch = false
    /// The kinds whose rows go with one of these.
    var cascades: [MasterCascade] = []
    /// The fields that say that a row is in use; without one it is.
    var activity: [MasterActivity] = []

    static let slotsMax = 4

    /// The flags of a request, beside those of every kind.
    public var flags: [String] {
        func flags(_ children: [MasterChild]) -> [String] {
            children.flatMap { ($0.insertOnlyFlag.map { [$0] } ?? []) + flags($0.shape.children) }
        }
        return flags(shape.children)
    }

    /// The key of a row that was sent; `nil` where it has none.
    func key(of input: MasterInput) -> String? {
        guard let first = key.first, let value = input[first], !value.isEmpty else { return nil }
        return Self.key(of: key.map { input[$0] ?? "" })
    }

    /// Several codes as one key; no code holds the separator.
    static func key(of values: [String]) -> String {
        values.joined(separator: "\u{1F}")
    }

    /// The values of the slots, empty where there is none.
    func slotValues(of record: MasterRecord) -> [String] {
        (0..<Self.slotsMax).map { slots.indices.contains($0) ? slots[$0].value(record[slots[$0].field] ?? "") : "" }
    }

    /// Whether a row is in use.
    func isActive(_ record: MasterRecord) -> Bool {
        activity.allSatisfy { (record[$0.field] == "true") == $0.wanted }
    }
}

/// A field that is found by an index.
struct MasterSlot: Sendable, Hashable {
    let field: String
    /// Whether case does not matter.
    var isFolded = false

    /// The longest text in an index; a longer one is compared whole beside it.
    private static let charactersMax = 255

    static func exact(_ field: String) -> MasterSlot { MasterSlot(field: field) }
    static func folded(_ field: String) -> MasterSlot { MasterSlot(field: field, isFolded: true) }

    /// The text in the index.
    func value(_ text: String) -> String {
        let whole = isFolded ? trimmedFolded(text) : text
        return whole.utf8.count <= Self.charactersMax ? whole : String(whole.unicodeScalars.prefix(Self.charactersMax))
    }
}

/// A field whose value is the key, or a slot, of a row that must exist.
struct MasterReference: Sendable, Hashable {
    let field: String
    /// The name of the kind.
    let kind: String
    /// The slot by which it is found; the key where `nil`.
    var slot: Int?
    /// What people call what it names.
    let noun: String
}

/// Rows of another kind that go with a deleted one: those whose slot has its key.
struct MasterCascade: Sendable, Hashable {
    let kind: String
    let slot: Int
}

/// A field that decides whether a row is in use.
struct MasterActivity: Sendable, Hashable {
    let field: String
    let wanted: Bool
}

/// How rows of a kind are deleted.
public enum MasterDeletion: Sendable, Hashable {
    /// They are kept, and seen no more.
    case soft
    /// The same, and a field says so.
    case marked(field: String, value: String)
    /// They stay visible and are no longer in use: `delete` also sets a mark.
    case deactivated(field: String, mark: String, value: String)
}
