import NuntiqModel

extension ValidationRule {
    /// A negative total is a credit note; only a corrected invoice may go either way.
    static let negativeTotal = ValidationRule("NEGATIVE_TOTAL", .error) { facts in
        guard ![.creditNote, .corrected].contains(facts.documentType), let gross = facts.amount("grossAmount"),
            gross.isNegative
        else { return [] }
        return [
            Finding(
                message: "\(facts.label("grossAmount")) \(gross) is negative, but this is no credit note.",
                fields: ["grossAmount", "documentType"],
                hint: "Send it as document type credit_note, with positive amounts.")
        ]
    }

    /// The amounts of a credit note are positive; its type gives the direction.
    static let creditNoteSign = ValidationRule("CREDIT_NOTE_NEGATIVE", .error) { facts in
        guard facts.documentType.isCredit, let gross = facts.amount("grossAmount"), gross.isNegative else { return [] }
        return [
            Finding(
                message: "\(facts.label("grossAmount")) \(gross) of this credit note is negative.",
                fields: ["grossAmount"], hint: "Send positive amounts: that it is a credit note says the direction.")
        ]
    }

    /// What corrects or closes other invoices names them; a credit note may be for none in particular.
    static let precedingInvoice = ValidationRule("PRECEDING_INVOICE_MISSING", .warning) { facts in
        let needed: Set<DocumentType> = [.creditNote, .corrected, .final]
        guard needed.contains(facts.documentType), facts.text("precedingInvoiceNumber") == nil else { return [] }
        return [
            Finding(
                message: "This \(facts.documentType.words) names no preceding invoice.",
                fields: ["precedingInvoiceNumber"], hint: "Add the number of the invoice that it refers to.",
                severity: facts.documentType.isCredit ? .info : nil)
        ]
    }
}

extension DocumentType {
    /// What it is called in a sentence.
    fileprivate var words: String {
        switch self {
        case .invoice: "invoice"
        case .creditNote: "credit note"
        case .debitNote: "debit note"
        case .corrected: "corrected invoice"
        case .partial: "partial invoice"
        case .prepayment: "prepayment invoice"
        case .final: "final invoice"
        case .selfBilled: "self-billed invoice"
        }
    }
}
