internal import Crypto
public import NuntiqModel

/// An upsert as it was sent: one row, or up to 1 000, perhaps a part of a set that replaces the old one.
public struct MasterRequest: Sendable {
    /// The most rows of a request.
    public static let rowsMax = 1_000

    /// A row with its place in the body.
    struct SentRow: Sendable {
        let path: JSONPath
        let input: MasterInput
    }

    let rows: [SentRow]
    let flags: Set<String>
    /// The replacement that it is, or is a part of.
    let load: FullLoadPart?
    /// Names that the kind does not have; they are told and left.
    let unknownNames: [String]
    /// Of the body, by which a part that comes again is known; empty where it is no part.
    let hash: [UInt8]

    /// Reads a body: `{data: […], …}`, an array of rows, or one row.
    ///
    /// - Throws: ``MasterDataError/invalid(_:)`` with every fault of every row.
    public init(_ body: JSONValue, of kind: MasterKind) throws(MasterDataError) {
        var reader = MasterReader(kind.shape, flags: kind.flags)
        let wrapper = body.object.flatMap { $0["data"] == nil ? nil : $0 }
        let options = MasterRequestOptions(wrapper ?? [:], flags: kind.flags)
        for fault in options.faults { reader.fault(fault.path, fault.message) }
        let sent = Self.sent(body, wrapper, options, &reader)
        rows = sent.map { SentRow(path: $0.path, input: reader.row($0.value, at: $0.path)) }
        Self.checkKeys(of: rows, kind, &reader)
        guard reader.faults.isEmpty else { throw .invalid(reader.faults) }
        flags = options.flags
        load = options.load
        unknownNames = reader.unknownNames.sorted()
        hash = options.load?.name == nil ? [] : Array(SHA256.hash(data: body.serializedBytes()))
    }

    private static func sent(
        _ body: JSONValue, _ wrapper: JSONObject?, _ options: MasterRequestOptions, _ reader: inout MasterReader
    ) -> [(path: JSONPath, value: JSONValue)] {
        let root = JSONPath()
        let (path, list) = wrapper.map { (root.appending("data"), $0["data"] ?? .null) } ?? (root, body)
        guard let elements = list.array else {
            if wrapper == nil, body.object != nil { return [(root, body)] }
            reader.fault(path, "Expected an array of rows, found \(list.kindName).")
            return []
        }
        guard elements.count <= rowsMax else {
            reader.fault(path, "At most \(rowsMax) rows are taken at once, these are \(elements.count).")
            return []
        }
        if elements.isEmpty, options.load == nil { reader.fault(path, "Expected at least one row.") }
        return elements.enumerated().map { (path.appending($0), $1) }
    }

    /// A key stands once.
    private static func checkKeys(of rows: [SentRow], _ kind: MasterKind, _ reader: inout MasterReader) {
        var places: [String: JSONPath] = [:]
        for row in rows {
            guard let key = kind.key(of: row.input) else { continue }
            if let first = places[key] {
                let words = kind.key.joined(separator: " and ")
                reader.fault(row.path, "The row \(first) has the same \(words).")
            } else {
                places[key] = row.path
            }
        }
    }
}

/// A set that replaces the old one, sent at once or in parts.
struct FullLoadPart: Sendable, Hashable {
    /// Names the replacement over its parts; `nil` when it comes at once.
    let name: String?
    /// Which part it is, from 1.
    let number: Int64
    /// Whether the replacement is whole with it.
    let isLast: Bool
    /// Whether more than half of the rows may go.
    let allowsShrink: Bool
}

/// What stands beside `data`.
private struct MasterRequestOptions {
    var faults: [(path: JSONPath, message: String)] = []
    var flags: Set<String> = []
    var load: FullLoadPart?

    init(_ object: JSONObject, flags names: [String]) {
        for name in names where truth(object, name) == true { flags.insert(name) }
        let isFull = truth(object, "full_load") ?? false
        let isLast = truth(object, "last")
        let allowsShrink = truth(object, "allow_shrink") ?? false
        let name = loadName(object)
        let number = part(object)
        guard isFull else {
            if name != nil { fault("load_id", "Parts are those of a full_load.") }
            return
        }
        if name == nil, number != nil { fault("load_id", "This is required with part.") }
        if name != nil, number == nil { fault("part", "This is required with load_id.") }
        load = FullLoadPart(
            name: name, number: number ?? 1, isLast: name == nil || isLast ?? false, allowsShrink: allowsShrink)
    }

    private mutating func fault(_ name: String, _ message: String) {
        faults.append((JSONPath().appending(name), message))
    }

    private mutating func truth(_ object: JSONObject, _ name: String) -> Bool? {
        guard let value = object[name], !value.isNull else { return nil }
        if value.bool == nil { fault(name, "Expected true or false, found \(value.kindName).") }
        return value.bool
    }

    private mutating func loadName(_ object: JSONObject) -> String? {
        guard let value = object["load_id"], !value.isNull else { return nil }
        guard let text = value.string, (1...100).contains(text.unicodeScalars.count) else {
            fault("load_id", "Expected a text of 1 to 100 characters.")
            return nil
        }
        return text
    }

    private mutating func part(_ object: JSONObject) -> Int64? {
        guard let value = object["part"], !value.isNull else { return nil }
        guard let number = value.number?.int, (1...1_000_000).contains(number) else {
            fault("part", "Expected a whole number from 1 to 1000000.")
            return nil
        }
        return number
    }
}
