import NuntiqModel

extension ValidationRule {
    /// The invoice was issued on a day that has begun somewhere on earth.
    static let invoiceDateInFuture = ValidationRule("INVOICE_DATE_IN_FUTURE", .error) { facts in
        guard let date = facts.date("invoiceDate"), let today = facts.knowledge.today, date > today else { return [] }
        return [
            Finding(
                message: "\(facts.label("invoiceDate")) \(date) lies in the future.", fields: ["invoiceDate"],
                hint: "Check the year, or send the invoice on its day.")
        ]
    }

    /// The invoice was issued within the last year.
    static let invoiceDateTooOld = ValidationRule("INVOICE_DATE_TOO_OLD", .warning) { facts in
        guard let date = facts.date("invoiceDate"), let today = facts.knowledge.today, today.days(since: date) > 366
        else { return [] }
        return [
            Finding(
                message: "\(facts.label("invoiceDate")) \(date) is more than a year ago.", fields: ["invoiceDate"],
                hint: "Check the year.")
        ]
    }

    /// Nothing is due before it is issued.
    static let dueBeforeIssue = ValidationRule("DUE_BEFORE_ISSUE", .error) { facts in
        inOrder(facts, "invoiceDate", "dueDate", hint: "Correct the due date, or leave it out.")
    }

    /// A service period ends after it begins.
    ///
    /// - Source: EN 16931-1, BR-29.
    static let servicePeriod = ValidationRule("SERVICE_PERIOD_REVERSED", .error) { facts in
        inOrder(facts, "servicePeriodStart", "servicePeriodEnd", hint: "Exchange the two dates.")
    }

    /// A preceding invoice was issued before this one.
    static let precedingDate = ValidationRule("PRECEDING_INVOICE_LATER", .warning) { facts in
        inOrder(facts, "precedingInvoiceDate", "invoiceDate", hint: "Correct the date of the preceding invoice.")
    }

    private static func inOrder(_ facts: InvoiceFacts, _ first: String, _ second: String, hint: String) -> [Finding] {
        guard let earlier = facts.date(first), let later = facts.date(second), later < earlier else { return [] }
        return [
            Finding(
                message: "\(facts.label(second)) \(later) lies before \(facts.label(first).withinSentence) \(earlier).",
                fields: [second, first], hint: hint)
        ]
    }
}
