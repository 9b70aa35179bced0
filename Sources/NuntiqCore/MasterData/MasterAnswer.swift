public import NuntiqModel

/// What is answered to an upsert.
public struct MasterAnswer: Sendable, Hashable {
    /// What it changed; nothing yet where a part of a replacement waits for the last one.
    public let counts: MasterCounts
    /// How many rows of a replacement wait.
    public var staged: Int64?
    /// How many rows went with a replacement.
    public var removed: Int64?
    /// Names that the kind does not have.
    public var unknownNames: [String] = []

    /// The answer on the wire.
    public var wire: JSONObject {
        JSONObject(present: [
            "inserted": counts.inserted.wire, "updated": counts.updated.wire, "unchanged": counts.unchanged.wire,
            "staged": staged?.wire, "removed": removed?.wire,
            "warnings": unknownNames.isEmpty
                ? nil : .array(unknownNames.map { .string("The field \($0) is not known here and was left out.") }),
        ])
    }
}

extension MasterAnswer {
    /// Reads what ``wire`` wrote.
    init(_ wire: JSONValue) {
        func number(_ name: String) -> Int64? { wire[name]?.number?.int }
        self.init(
            counts: MasterCounts(
                inserted: number("inserted") ?? 0, updated: number("updated") ?? 0,
                unchanged: number("unchanged") ?? 0), removed: number("removed"))
    }
}

/// What is answered to a delete.
public struct MasterDeletionAnswer: Sendable, Hashable {
    /// How many rows were deleted, or deactivated.
    public let deleted: Int64
    /// How many rows of other kinds went with them, by kind.
    public var cascaded: [String: Int64] = [:]

    /// The answer on the wire.
    public var wire: JSONObject {
        var wire: JSONObject = ["ok": true, "deleted": deleted.wire]
        guard !cascaded.isEmpty else { return wire }
        let members = cascaded.sorted { $0.key < $1.key }.map { JSONObject.Member(key: $0.key, value: $0.value.wire) }
        wire["cascaded"] = .object(JSONObject(distinct: members))
        return wire
    }
}

/// A page of a list.
public struct MasterList: Sendable, Hashable {
    /// The rows as callers see them.
    public let items: [JSONValue]
    /// How many match in all.
    public let count: Int64
}

extension Int64 {
    var wire: JSONValue { .number(JSONNumber(self)) }
}
