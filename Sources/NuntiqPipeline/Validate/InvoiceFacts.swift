import NuntiqModel

/// An invoice as the rules look at it.
struct InvoiceFacts: Sendable {
    let content: InvoiceContent
    let template: FieldTemplate
    let knowledge: Validate.Knowledge
    /// The invoice's currency, when its code is right.
    let currency: Currency?
    private let summed: Result<InvoiceSums, AmountError>

    init(_ draft: InvoiceDraft, knowing knowledge: Validate.Knowledge) {
        content = draft.content
        template = draft.template
        self.knowledge = knowledge
        let currency = draft.content.header["currencyCode"]?.text.flatMap { Currency(trimmed($0).uppercased()) }
        self.currency = currency
        summed = Result { () throws(AmountError) in
            try InvoiceSums(draft.content, places: currency.map { $0.minorUnits ?? 8 } ?? 2)
        }
    }

    /// What the parts add up to.
    func sums() throws(AmountError) -> InvoiceSums { try summed.get() }

    /// A decimal of the header.
    func amount(_ key: String) -> Amount? { content.header[key]?.amount }

    /// A date of the header.
    func date(_ key: String) -> CalendarDate? { content.header[key]?.date }

    /// A text of the header, without white space at its ends; `nil` when empty.
    func text(_ key: String) -> String? {
        guard let text = content.header[key]?.text.map(trimmed), !text.isEmpty else { return nil }
        return text
    }

    /// Whether a value of the header was computed, not sent.
    func isDerived(_ key: String) -> Bool {
        content.header.first { $0.key == key }?.source == .rule
    }

    /// What the document is; an invoice where nothing else is said.
    var documentType: DocumentType {
        text("documentType").flatMap { DocumentType(wire: $0) } ?? .invoice
    }

    /// What the tenant calls a field of the header.
    func label(_ key: String) -> String {
        template.header.first { $0.key == key }?.label ?? key
    }

    /// What the tenant calls a field of the lines.
    func lineLabel(_ key: String) -> String {
        template.lines.first { $0.key == key }?.label ?? key
    }

    /// The decimal places of the currency; 2 while the currency is unknown, `nil` where there is no smallest coin.
    var places: Int? {
        guard let currency else { return 2 }
        return currency.minorUnits
    }

    /// An amount as it is paid.
    func rounded(_ amount: Amount) -> Amount {
        places.map { amount.rounded(to: $0) } ?? amount
    }
}

extension String {
    /// A label within a sentence: `Due date` becomes `due date`; `PO number` stays.
    var withinSentence: String {
        guard !prefix(while: { $0 != " " }).dropFirst().contains(where: \.isUppercase) else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}

/// How far a stated amount is from the computed one.
enum Agreement {
    case exact
    /// Apart, but not farther than rounding each part explains.
    case rounding(Amount)
    case apart(Amount)
}

extension InvoiceFacts {
    /// Compares what is stated with what was computed from a number of parts, each perhaps rounded by itself.
    ///
    /// Both are rounded to the currency's minor units, and each part may be off by half a unit.
    func agreement(of stated: Amount, with computed: Amount, parts: Int) throws(AmountError) -> Agreement {
        let off = try rounded(stated).subtracting(rounded(computed)).magnitude
        if off.isZero { return .exact }
        guard let places, let halfUnit = Amount(coefficient: 5, scale: places + 1) else { return .apart(off) }
        let explained = try halfUnit.multiplied(by: Amount(max(parts, 1)))
        return off <= explained ? .rounding(off) : .apart(off)
    }

    /// No finding when the amounts agree, an `info` when rounding explains the difference, else the rule's severity.
    func compare(
        _ key: String, _ stated: Amount, with computed: Amount, parts: Int, _ meaning: String, hint: String
    ) throws(AmountError) -> [ValidationRule.Finding] {
        let message = "\(label(key)) is \(stated), but \(meaning) \(rounded(computed))."
        switch try agreement(of: stated, with: computed, parts: parts) {
        case .exact: return []
        case .rounding(let off):
            let note = "\(message) The difference of \(off) is within rounding."
            return [ValidationRule.Finding(message: note, fields: [key], hint: hint, severity: .info)]
        case .apart: return [ValidationRule.Finding(message: message, fields: [key], hint: hint)]
        }
    }
}
