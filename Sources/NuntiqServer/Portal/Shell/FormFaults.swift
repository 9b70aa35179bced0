import NuntiqModel

/// What is wrong with the fields of a form, each at its field, the rest above it.
struct FormFaults: Sendable {
    /// What stands below a field.
    struct Fault: Sendable {
        let id: String
        let text: String
    }

    /// By the name of the field.
    let fields: [String: Fault]
    /// What is about no field.
    let whole: String?

    /// What an error says of the fields of a form; `names` are the fields that it has.
    init(_ error: any UserFacingError, names: [String]) {
        var fields: [String: Fault] = [:]
        var rest: [String] = []
        for detail in error.details {
            let name = String(detail.field.prefix { $0 != "[" && $0 != "." })
            if names.contains(name), fields[name] == nil {
                fields[name] = Fault(id: "fault-\(name)", text: detail.message)
            } else {
                rest.append(detail.message)
            }
        }
        if error.details.isEmpty { rest = [error.message, error.hint].filter { !$0.isEmpty } }
        self.fields = fields
        whole = rest.isEmpty ? nil : rest.joined(separator: " ")
    }
}
