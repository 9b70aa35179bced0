internal import NuntiqModel

/// A row as it is kept: texts by field, rows by list.
///
/// What has no value is not there.
struct MasterRecord: Sendable, Hashable {
    var values: [String: String] = [:]
    var children: [String: [MasterRecord]] = [:]

    subscript(name: String) -> String? { values[name] }
}

/// A row as it was sent: what is absent says nothing, `nil` takes a value away.
struct MasterInput: Sendable {
    var values: [String: String?] = [:]
    var children: [String: [MasterInput]] = [:]
    /// The flags that were set on the row itself.
    var flags: Set<String> = []

    /// The text that was sent for a field, or nothing.
    subscript(name: String) -> String? { values[name] ?? nil }
}

extension MasterShape {
    /// A new row of what was sent, with what holds where nothing is said.
    func record(of input: MasterInput) -> MasterRecord {
        merge(input, into: nil, flags: [])
    }

    /// What becomes of a row when `input` is sent for it; `flags` are those of the request.
    func merge(_ input: MasterInput, into old: MasterRecord?, flags: Set<String>) -> MasterRecord {
        var record = old ?? MasterRecord()
        if old == nil {
            for field in fields { record.values[field.name] = field.fallback }
        }
        for (name, value) in input.values { record.values[name] = value ?? field(name)?.fallback }
        let flags = flags.union(input.flags)
        for child in children {
            guard let sent = input.children[child.name] else { continue }
            let merged = child.merge(sent, into: old?.children[child.name] ?? [], flags: flags)
            record.children[child.name] = merged.isEmpty ? nil : merged
        }
        return record
    }
}

extension MasterChild {
    /// The list that takes the place of `old`.
    ///
    /// A row that is known by its identity keeps the lists within it that were not sent. Under an insert-only flag of
    /// this list or of one within it, no row goes, and what a row does not say stays; under this list's own, none that
    /// is there changes.
    fileprivate func merge(
        _ sent: [MasterInput], into old: [MasterRecord], flags: Set<String>
    ) -> [MasterRecord] {
        let isInsertOnly = insertOnlyFlag.map(flags.contains) ?? false
        let keepsAll = isInsertOnly || shape.children.contains { $0.insertOnlyFlag.map(flags.contains) ?? false }
        var result = keepsAll ? old : []
        var places: [[String]: Int] = [:]
        for (place, record) in result.enumerated() { places[identity.map { record[$0] ?? "" }] = place }
        let known = Dictionary(old.map { (key(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        for input in sent {
            let key = identity.map { input[$0] ?? "" }
            if isInsertOnly, places[key] != nil { continue }
            var record = shape.record(of: input)
            if let before = known[key] {
                let values = keepsAll ? before.values : record.values
                record = shape.merge(
                    input, into: MasterRecord(values: values, children: before.children), flags: flags)
            }
            if let place = places[key] {
                result[place] = record
            } else {
                places[key] = result.count
                result.append(record)
            }
        }
        return result
    }

    private func key(of record: MasterRecord) -> [String] {
        identity.map { record[$0] ?? "" }
    }
}

extension MasterShape {
    /// The row as one JSON object of texts, members in the order of the shape.
    func document(of record: MasterRecord) -> JSONValue {
        var members: [JSONObject.Member] = []
        for field in fields {
            guard let value = record.values[field.name] else { continue }
            members.append(.init(key: field.name, value: .string(value)))
        }
        for child in children {
            guard let rows = record.children[child.name] else { continue }
            members.append(.init(key: child.name, value: .array(rows.map(child.shape.document))))
        }
        return .object(JSONObject(distinct: members))
    }

    /// The row that ``document(of:)`` was made of.
    func record(from document: JSONValue) -> MasterRecord {
        var record = MasterRecord()
        for member in document.object?.members ?? [] {
            switch member.value {
            case .string(let text): record.values[member.key] = text
            case .array(let rows):
                guard let child = child(member.key) else { continue }
                record.children[member.key] = rows.map(child.shape.record(from:))
            case .null, .bool, .number, .object: continue
            }
        }
        return record
    }

    /// The row as callers see it: every field but those of numbered rows that have no value.
    func wire(_ record: MasterRecord) -> JSONObject {
        var members: [JSONObject.Member] = []
        for field in fields {
            let value = record.values[field.name]
            if value == nil, field.isNumbered { continue }
            members.append(.init(key: field.name, value: value.map(field.wire) ?? .null))
        }
        for child in children {
            let rows = record.children[child.name] ?? []
            members.append(.init(key: child.name, value: .array(rows.map { .object(child.shape.wire($0)) })))
        }
        return JSONObject(distinct: members)
    }
}
