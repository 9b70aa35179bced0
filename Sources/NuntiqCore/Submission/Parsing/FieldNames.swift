internal import NuntiqModel

/// The fields that a part of the body may have, by every name that means them.
struct FieldNames: Sendable {
    /// A field with its place in the template.
    struct Entry: Sendable {
        let field: TemplateField
        let position: Int
    }

    private let entries: [String: Entry]

    /// The fields of a template; those of the standard one that it lacks are taken too.
    init(_ fields: [TemplateField], standard: [TemplateField]) {
        let keys = Set(fields.map(\.key))
        let all = (fields + standard.filter { !keys.contains($0.key) }).enumerated().map {
            Entry(field: $1, position: $0)
        }
        var entries: [String: Entry] = [:]
        for entry in all { entries[WireName.name(of: entry.field.key)] = entry }
        for entry in all { entries[WireName.snakeName(of: entry.field.key)] = entry }
        for entry in all { entries[entry.field.key] = entry }
        self.entries = entries
    }

    /// The field that a name on the wire means.
    subscript(name: String) -> Entry? {
        entries[name]
    }
}

/// The names of one version of a template.
struct TemplateNames: Sendable {
    let header: FieldNames
    let lines: FieldNames

    init(_ template: FieldTemplate) {
        header = FieldNames(template.header, standard: FieldTemplate.standard.header)
        lines = FieldNames(template.lines, standard: FieldTemplate.standard.lines)
    }
}
