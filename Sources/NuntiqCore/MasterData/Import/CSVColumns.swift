public import NuntiqModel

/// What the first line of a file says of the others: a field for each column.
///
/// A dot leads into a list: `supplier_location.supplier_address.street` is the street of the one address of the one
/// location that a line can have.
public struct CSVColumns: Sendable, Hashable {
    private struct Column: Sendable, Hashable {
        let path: [String]
        let field: MasterField
    }

    private let columns: [Column]

    /// Reads the first line.
    ///
    /// - Throws: ``CSVError/header(_:)``.
    public init(_ names: [String], of kind: MasterKind) throws(CSVError) {
        var columns: [Column] = []
        for name in names {
            let path = trimmed(name).split(separator: ".").map(String.init)
            var shape = kind.shape
            for step in path.dropLast() {
                guard let child = shape.child(step) else { throw .header(name) }
                shape = child.shape
            }
            guard let field = path.last.flatMap(shape.field), !columns.contains(where: { $0.path == path }) else {
                throw .header(name)
            }
            columns.append(Column(path: path, field: field))
        }
        self.columns = columns
    }

    /// A line as a row of an upsert; an empty value says nothing.
    ///
    /// - Throws: ``CSVError/columns(line:expected:found:)``.
    public func row(_ record: CSVReader.Record) throws(CSVError) -> JSONValue {
        guard record.values.count == columns.count else {
            throw .columns(line: record.line, expected: columns.count, found: record.values.count)
        }
        var row = JSONObject()
        for (column, value) in zip(columns, record.values) where !trimmed(value).isEmpty {
            Self.set(column.field.json(ofText: value), at: column.path[...], in: &row)
        }
        return .object(row)
    }

    private static func set(_ value: JSONValue, at path: ArraySlice<String>, in object: inout JSONObject) {
        guard let name = path.first else { return }
        guard path.count > 1 else { return object[name] = value }
        var inner = object[name]?.array?.first?.object ?? [:]
        set(value, at: path.dropFirst(), in: &inner)
        object[name] = [.object(inner)]
    }
}

extension MasterField {
    /// A text of a file as the value that is meant; one that is none is left to the checks.
    fileprivate func json(ofText text: String) -> JSONValue {
        let plain = trimmed(text)
        switch type {
        case .whole, .decimal: return JSONNumber(plain).map(JSONValue.number) ?? .string(text)
        case .truth:
            switch plain.lowercased() {
            case "true", "yes", "1": return true
            case "false", "no", "0": return false
            default: return .string(text)
            }
        case .code, .text, .date, .moment, .word: return .string(text)
        }
    }
}
