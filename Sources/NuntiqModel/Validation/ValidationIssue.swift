/// What a check found on an invoice, said so that a supplier can fix it.
public struct ValidationIssue: Sendable, Hashable {
    /// The rule's stable id: never renamed, never reused.
    public let rule: String
    /// How bad it is.
    public let severity: ValidationSeverity
    /// What is wrong, with the values.
    public let message: String
    /// Where, by the keys of the template: `grossAmount`, `lines[2].netAmount`, `taxes[0].taxAmount`.
    public let fields: [String]
    /// What to do about it.
    public let hint: String

    /// Makes an issue.
    public init(rule: String, severity: ValidationSeverity, message: String, fields: [String], hint: String) {
        (self.rule, self.severity, self.message) = (rule, severity, message)
        (self.fields, self.hint) = (fields, hint)
    }
}

/// What an issue means for the way of an invoice.
public enum ValidationSeverity: String, Sendable, Hashable, CaseIterable {
    /// It needs review.
    case error
    /// It goes on; a person may want to know.
    case warning
    /// A remark.
    case info
}

extension ValidationIssue: JSONConvertible {
    /// The issue with its fields by their keys.
    public var json: JSONValue { json(fields: fields) }

    /// The issue with its fields as a supplier sends them: `invoice.total_amount`, `invoice.lines[2].net_amount`.
    public var wire: JSONValue {
        json(fields: fields.map { "invoice." + $0.split(separator: ".").map(Self.wireName).joined(separator: ".") })
    }

    /// Reads an issue by its keys.
    public init(json: JSONValue) throws {
        guard let rule = json["rule"]?.string, let message = json["message"]?.string,
            let severity = json["severity"]?.string.flatMap(ValidationSeverity.init)
        else { throw JSONMismatch(expected: "an issue with rule, severity and message", found: json) }
        self.init(
            rule: rule, severity: severity, message: message,
            fields: (json["fields"]?.array ?? []).compactMap(\.string), hint: json["hint"]?.string ?? "")
    }

    private func json(fields: [String]) -> JSONValue {
        .object([
            "rule": .string(rule), "severity": .string(severity.rawValue), "message": .string(message),
            "fields": .array(fields.map(JSONValue.string)), "hint": .string(hint),
        ])
    }

    /// `netAmount` → `net_amount`, `lines[2]` stays.
    private static func wireName(_ part: Substring) -> String {
        part.contains("[") ? String(part) : WireName.name(of: String(part))
    }
}
