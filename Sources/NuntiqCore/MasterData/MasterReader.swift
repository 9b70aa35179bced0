internal import NuntiqModel

/// Reads rows as they were sent by the declaration of their kind, and collects every fault on the way.
struct MasterReader {
    let shape: MasterShape
    /// Flags that may stand on a row itself.
    let flags: [String]
    private(set) var faults: [FieldFault] = []
    /// Names that the kind does not have.
    private(set) var unknownNames: Set<String> = []

    /// Faults beyond so many are counted, not told.
    static let faultsMax = 1_000
    private static let unknownNamesMax = 50

    init(_ shape: MasterShape, flags: [String] = []) {
        (self.shape, self.flags) = (shape, flags)
    }

    /// Reads one row.
    mutating func row(_ value: JSONValue, at path: JSONPath) -> MasterInput {
        row(value, shape, at: path)
    }

    mutating func fault(_ path: JSONPath, _ message: String) {
        faults.append(FieldFault(field: path.description, message: message))
    }

    private mutating func row(_ value: JSONValue, _ shape: MasterShape, at path: JSONPath) -> MasterInput {
        var input = MasterInput()
        guard let object = value.object else {
            fault(path, "Expected an object, found \(value.kindName).")
            return input
        }
        let before = faults.count
        for member in object.members { read(member, of: shape, at: path, into: &input) }
        let faulty = Set(faults[before...].map(\.field))
        for field in shape.fields where field.isRequired && input[field.name] == nil {
            let place = path.appending(field.name)
            if !faulty.contains(place.description) { fault(place, "This is required.") }
        }
        return input
    }

    private mutating func read(
        _ member: JSONObject.Member, of shape: MasterShape, at path: JSONPath, into input: inout MasterInput
    ) {
        if let field = shape.field(member.key) {
            read(member, as: field, at: path, into: &input)
        } else if let child = shape.child(member.key) {
            guard !member.value.isNull else { return input.children[child.name] = [] }
            input.children[child.name] = rows(member.value, of: child, at: path.appending(child.name))
        } else if flags.contains(member.key) {
            if member.value.bool == true { input.flags.insert(member.key) }
            if member.value.bool == nil, !member.value.isNull {
                fault(path.appending(member.key), "Expected true or false, found \(member.value.kindName).")
            }
        } else if unknownNames.count < Self.unknownNamesMax {
            unknownNames.insert(member.key)
        }
    }

    private mutating func read(
        _ member: JSONObject.Member, as field: MasterField, at path: JSONPath, into input: inout MasterInput
    ) {
        if member.value.isNull { return input.values[field.name] = .some(nil) }
        switch field.stored(member.value) {
        case .success(let text):
            if let other = input[field.name], other != text {
                return fault(path.appending(member.key), "This field is given twice, with different values.")
            }
            input.values[field.name] = text.isEmpty ? .some(nil) : text
        case .failure(let mismatch): fault(path.appending(member.key), mismatch.message)
        }
    }

    private mutating func rows(_ value: JSONValue, of child: MasterChild, at path: JSONPath) -> [MasterInput] {
        guard let elements = value.array else {
            fault(path, "Expected an array, found \(value.kindName).")
            return []
        }
        guard elements.count <= MasterChild.rowsMax else {
            fault(path, "At most \(MasterChild.rowsMax) rows are taken.")
            return []
        }
        return elements.enumerated().map { row($1, child.shape, at: path.appending($0)) }
    }
}
