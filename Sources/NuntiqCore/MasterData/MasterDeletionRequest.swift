public import NuntiqModel

/// A delete as it was sent: each entry is a filter whose terms all hold; what any entry names goes.
public struct MasterDeletionRequest: Sendable {
    /// What happens to what is named.
    public enum Action: String, Sendable, CaseIterable {
        case delete
        case deactivate
    }

    /// The most entries of a request.
    public static let entriesMax = 50

    let entries: [(filter: MasterFilter, action: Action)]

    /// Reads `{parameters: [{…}, …], action}`.
    ///
    /// - Throws: ``MasterDataError/invalid(_:)`` with every fault; an entry without a filter would be everything.
    public init(_ body: JSONObject, of kind: MasterKind) throws(MasterDataError) {
        var reading = Reading(kind: kind)
        let action = reading.action(body, at: JSONPath()) ?? .delete
        let path = JSONPath().appending("parameters")
        let sent = body["parameters"] ?? .null
        let entries = sent.array ?? []
        if sent.array == nil { reading.fault(path, "Expected an array of filters, found \(sent.kindName).") }
        if sent.array?.isEmpty == true { reading.fault(path, "Expected at least one entry.") }
        if entries.count > Self.entriesMax {
            reading.fault(path, "At most \(Self.entriesMax) entries are taken.")
        } else {
            for (index, entry) in entries.enumerated() { reading.entry(entry, at: path.appending(index), action) }
        }
        guard reading.faults.isEmpty else { throw .invalid(reading.faults) }
        self.entries = reading.entries
    }

    /// Reads the filters of a delete that has one action alone, which may be named.
    ///
    /// - Throws: ``MasterDataError/invalid(_:)`` with every fault.
    public static func filters(
        _ body: JSONObject, of shape: MasterShape, noun: String
    ) throws(MasterDataError) -> [MasterFilter] {
        let kind = MasterKind(
            name: noun, noun: noun, shape: shape, key: [], slots: [],
            activity: [MasterActivity(field: "is_active", wanted: true)])
        return try MasterDeletionRequest(body, of: kind).entries.map(\.filter)
    }

    private struct Reading {
        let kind: MasterKind
        var faults: [FieldFault] = []
        var entries: [(filter: MasterFilter, action: Action)] = []

        mutating func fault(_ path: JSONPath, _ message: String) {
            faults.append(FieldFault(field: path.description, message: message))
        }

        mutating func action(_ object: JSONObject, at path: JSONPath) -> Action? {
            guard let value = object["action"] else { return nil }
            let place = path.appending("action")
            guard kind.takesActions else {
                fault(place, "A \(kind.noun) is deleted, never deactivated: leave the action out.")
                return nil
            }
            if value.isNull { return nil }
            guard let action = value.string.flatMap(Action.init) else {
                fault(place, "Expected delete or deactivate.")
                return nil
            }
            return action
        }

        mutating func entry(_ value: JSONValue, at path: JSONPath, _ fallback: Action) {
            guard var object = value.object else { return fault(path, "Expected an object of filters.") }
            let action = action(object, at: path) ?? fallback
            object["action"] = nil
            guard !object.isEmpty else { return fault(path, "Expected at least one filter.") }
            do {
                entries.append((try MasterFilter(object, of: kind.shape, noun: kind.noun, at: path), action))
            } catch {
                faults += error.details
            }
        }
    }
}

extension MasterKind {
    /// Whether its rows can be deactivated.
    public var takesActions: Bool {
        switch deletion {
        case .deactivated: true
        case .soft, .marked: !activity.isEmpty
        }
    }
}
