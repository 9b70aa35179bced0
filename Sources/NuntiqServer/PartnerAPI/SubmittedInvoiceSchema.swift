import NuntiqCore
import NuntiqModel

extension Schema {
    /// An invoice as it is submitted: the fields of the standard template, by their names on the wire.
    static let submittedInvoice = Schema.object(
        headerFields + .submittedReferences + [
            .optional("header", .object(headerFields + .submittedReferences, "Header fields, grouped.")),
            .optional("lines", .parts(of: .submittedLine)),
            .optional(
                "taxes", .parts(["tax_name"], amounts: ["tax_rate", "tax_base_amount", "tax_amount"])),
            .optional("charges", .parts(["charge_name"], amounts: ["charge_amount"])),
            .optional("discounts", .parts(["discount_name"], amounts: ["discount_rate", "discount_amount"])),
            .optional("addresses", .parts(of: .submittedAddress)),
        ], "The fields of the customer's template, and the parts of the invoice.", named: "SubmittedInvoice")

    private static let headerFields: [Member] = FieldTemplate.standard.header.map(Member.init)

    private static let submittedLine = Schema.object(
        FieldTemplate.standard.lines.map(Member.init), named: "SubmittedLine")

    private static let submittedAddress = Schema.object(
        [.optional("address_type", .word(InvoiceAddress.Kind.allCases.map(\.rawValue), "Whose it is."))]
            + ["address_name", "street", "city", "state", "postal_code", "country"].map { .optional($0, .plainText()) },
        named: "SubmittedAddress")

    /// A text; a number stands for its digits.
    fileprivate static func plainText(
        _ words: String = "", charactersMax: Int = SubmissionLimits.textCharactersMax
    ) -> Schema {
        Schema(kind: .text(Text(counts: 0...charactersMax, takesNumbers: true)), words: words)
    }

    private static func parts(of schema: Schema) -> Schema {
        .list(of: schema, counts: 0...SubmissionLimits.linesMax)
    }

    private static func parts(_ texts: [String], amounts: [String]) -> Schema {
        .parts(of: .object(texts.map { .optional($0, .plainText()) } + amounts.map { .optional($0, .decimal()) }))
    }
}

extension [Member] {
    fileprivate static let submittedReferences: [Member] = (1...5).map {
        .optional(
            "ext_reference_\($0)",
            .plainText("A free reference to find it by.", charactersMax: SubmissionLimits.referenceCharactersMax))
    }
}

extension Member {
    /// A date; a text of nothing but space says nothing.
    private static let datePattern = "^\\s*([0-9]{4}-[0-9]{2}-[0-9]{2})?\\s*$"

    /// A field of the template as it is sent.
    fileprivate init(_ field: TemplateField) {
        let (name, words) = (WireName.name(of: field.key), field.label + ".")
        switch field.type {
        case .text where field.key == "notes":
            self = .optional(name, .plainText(words, charactersMax: SubmissionLimits.notesCharactersMax))
        case .text where field.key == "currencyCode": self = .optional(name, .text("The currency, ISO 4217."))
        case .text: self = .optional(name, .plainText(words))
        case .number: self = .optional(name, .decimal(words))
        case .amount: self = .optional(name, .decimal("\(words) In the invoice's currency."))
        case .date: self = .optional(name, .text("\(words) `YYYY-MM-DD`.", pattern: Self.datePattern))
        case .boolean: self = .optional(name, .truth(words))
        case .choice: self = .optional(name, .word(field.choices ?? [], words))
        }
    }
}
