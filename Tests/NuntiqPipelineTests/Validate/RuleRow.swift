import NuntiqModel
import Testing

@testable import NuntiqPipeline

/// One row of the rules' table: an invoice, and what one rule says of it.
struct RuleRow: Sendable, CustomTestStringConvertible {
    let rule: String
    let title: String
    /// The severity of its finding, `nil` when it finds nothing.
    let severity: ValidationSeverity?
    /// The fields that it names.
    let fields: [String]
    let change: @Sendable (inout SampleInvoice) -> Void

    var testDescription: String { "\(rule): \(title)" }

    /// A row on which the rule has nothing to say.
    static func right(
        _ rule: String, _ title: String, _ change: @escaping @Sendable (inout SampleInvoice) -> Void
    ) -> RuleRow {
        RuleRow(rule: rule, title: title, severity: nil, fields: [], change: change)
    }

    /// A row on which the rule finds something.
    static func wrong(
        _ rule: String, _ title: String, _ severity: ValidationSeverity = .error, at fields: String...,
        by change: @escaping @Sendable (inout SampleInvoice) -> Void
    ) -> RuleRow {
        RuleRow(rule: rule, title: title, severity: severity, fields: fields, change: change)
    }

    static let all = fieldRows + codeRows + dateRows + lineRows + sumRows + taxRows + signRows
}
