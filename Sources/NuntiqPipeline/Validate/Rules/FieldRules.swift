import NuntiqModel

extension ValidationRule {
    /// Every field that the tenant's template makes mandatory has a value, in the header and on each line.
    static let mandatoryFields = ValidationRule("MANDATORY_FIELD_MISSING", .error) { facts in
        let header = missing(of: facts.template.header, in: facts.content.header)
        let lines = facts.content.lines.enumerated().flatMap { index, line in
            missing(
                of: facts.template.lines, in: line.fields, under: "lines[\(index)].", " on line \(index + 1)")
        }
        return header + lines
    }

    private static func missing(
        of template: [TemplateField], in fields: [Field], under path: String = "", _ place: String = ""
    ) -> [Finding] {
        template.filter { $0.isMandatory && isEmpty(fields[$0.key]) }.map { field in
            Finding(
                message: "\(field.label) is missing\(place).", fields: [path + field.key],
                hint: "Add \(field.label.withinSentence).")
        }
    }

    private static func isEmpty(_ value: FieldValue?) -> Bool {
        switch value {
        case nil: true
        case .text(let text): trimmed(text).isEmpty
        case .amount, .date, .boolean: false
        }
    }

    /// A field that offers choices holds one of them.
    static let choices = ValidationRule("CHOICE_UNKNOWN", .error) { facts in
        let header = strays(of: facts.template.header, in: facts.content.header, under: "")
        let lines = facts.content.lines.enumerated().flatMap { index, line in
            strays(of: facts.template.lines, in: line.fields, under: "lines[\(index)].")
        }
        return header + lines
    }

    private static func strays(of template: [TemplateField], in fields: [Field], under path: String) -> [Finding] {
        template.filter { $0.type == .choice }.compactMap { field in
            guard let text = fields[field.key]?.text.map(trimmed), !text.isEmpty else { return nil }
            let choices = field.choices ?? []
            let isKnown = choices.contains { folded($0) == folded(text) }
            if isKnown || (field.key == "documentType" && DocumentType(wire: text) != nil) { return nil }
            return Finding(
                message: "\(field.label) “\(text)” is none of the choices.", fields: [path + field.key],
                hint: "Use one of: \(choices.joined(separator: ", ")).")
        }
    }
}
