import NuntiqCore
import NuntiqModel
import NuntiqTesting

@testable import NuntiqPipeline

/// An invoice that every rule lets pass without a word; a test changes what it is about.
struct SampleInvoice {
    var content = InvoiceContent()
    var template = FieldTemplate.standard
    /// The last day that has begun.
    var today = "2026-06-01"
    var suppliers: Set<String> = []
    var hasSuppliers = true
    var supplier = SupplierStanding.active

    init(_ change: (inout SampleInvoice) -> Void = { _ in }) {
        for (key, text) in [
            ("invoiceNumber", "INV-1"), ("supplierNumber", "S-001"), ("currencyCode", "EUR"),
            ("supplierVatId", "NL004495445B01"), ("buyerVatId", "DE136695976"), ("iban", "NL91 ABNA 0417 1643 00"),
            ("bic", "ABNANL2A"),
        ] { set(key, .text(text)) }
        set("invoiceDate", date: "2026-05-19")
        for (key, amount) in [("netAmount", "100.00"), ("taxAmount", "21.00"), ("grossAmount", "121.00")] {
            set(key, amount)
        }
        line(["quantity": "4", "unitPrice": "25.00", "netAmount": "100.00", "taxRate": "21", "taxAmount": "21.00"])
        tax("21", "100.00", "21.00")
        change(&self)
    }

    /// Sets a decimal of the header; `nil` takes it away.
    mutating func set(_ key: String, _ amount: String?, source: FieldSource = .submitted) {
        set(key, amount.flatMap { Amount($0) }.map(FieldValue.amount), source: source)
    }

    mutating func set(_ key: String, date: String) {
        set(key, CalendarDate(date).map(FieldValue.date))
    }

    mutating func set(_ key: String, text: String?) {
        set(key, text.map(FieldValue.text))
    }

    mutating func set(_ key: String, _ value: FieldValue?, source: FieldSource = .submitted) {
        content.header.removeAll { $0.key == key }
        if let value { content.header.append(Field(key, value, source: source)) }
    }

    /// Adds a line with decimals, and with texts where a value is none.
    mutating func line(_ values: KeyValuePairs<String, String>) {
        let fields = values.map { key, text in
            Field(key, Amount(text).map(FieldValue.amount) ?? .text(text), source: .submitted)
        }
        content.lines.append(InvoiceLine(fields: fields))
    }

    /// Replaces the lines by these.
    mutating func lines(_ lines: KeyValuePairs<String, String>...) {
        content.lines = []
        for values in lines { line(values) }
    }

    mutating func tax(_ rate: String?, _ base: String?, _ amount: String?, name: String? = nil) {
        content.taxes.append(
            InvoiceTax(
                taxName: name, taxRate: rate.flatMap { Amount($0) }, taxBaseAmount: base.flatMap { Amount($0) },
                taxAmount: amount.flatMap { Amount($0) }))
    }

    mutating func charge(_ amount: String) {
        content.charges.append(InvoiceCharge(chargeName: "Freight", chargeAmount: Amount(amount)))
    }

    mutating func discount(_ amount: String?, rate: String? = nil) {
        content.discounts.append(
            InvoiceDiscount(
                discountName: "Spring", discountRate: rate.flatMap { Amount($0) },
                discountAmount: amount.flatMap { Amount($0) }))
    }

    /// Net, tax and gross of the header.
    mutating func totals(_ net: String?, _ tax: String?, _ gross: String?) {
        set("netAmount", net)
        set("taxAmount", tax)
        set("grossAmount", gross)
    }

    mutating func address(_ country: String) {
        var address = InvoiceAddress()
        address.country = country
        content.addresses.append(address)
    }

    mutating func makeMandatory(_ key: String) {
        for index in template.header.indices where template.header[index].key == key {
            template.header[index].isMandatory = true
        }
    }

    mutating func makeMandatoryOnLines(_ key: String) {
        for index in template.lines.indices where template.lines[index].key == key {
            template.lines[index].isMandatory = true
        }
    }

    var draft: InvoiceDraft {
        InvoiceDraft(tenant: TenantID(rawValue: 1), account: 7, template: template, content: content)
    }

    var knowledge: Validate.Knowledge {
        Validate.Knowledge(
            today: CalendarDate(today), suppliersOfAccount: Set(suppliers.map(trimmedFolded)),
            hasSuppliers: hasSuppliers, supplier: supplier)
    }

    /// What the checks say of it.
    var outcome: StageOutcome { Validate().decide(draft, knowing: knowledge) }

    /// Everything the checks found.
    var issues: [ValidationIssue] {
        ValidationRule.builtIn.flatMap { $0.issues(in: InvoiceFacts(draft, knowing: knowledge)) }
    }
}

extension SampleInvoice {
    /// Any values at any keys: absurd amounts, dates, texts and combinations.
    static func arbitrary(using random: inout SeededGenerator) -> SampleInvoice {
        var invoice = SampleInvoice()
        for field in FieldTemplate.standard.header where Bool.random(using: &random) {
            invoice.set(field.key, value(for: field, using: &random))
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let fields = FieldTemplate.standard.lines.filter { _ in Bool.random(using: &random) }
                .map { Field($0.key, value(for: $0, using: &random), source: .submitted) }
            invoice.content.lines.append(InvoiceLine(fields: fields))
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) {
            invoice.tax(digits(using: &random), digits(using: &random), digits(using: &random))
            invoice.discount(digits(using: &random), rate: digits(using: &random))
            invoice.charge(digits(using: &random) ?? "")
            invoice.address(text(using: &random))
        }
        return invoice
    }

    private static func value(for field: TemplateField, using random: inout SeededGenerator) -> FieldValue {
        switch field.type {
        case .text, .choice: .text(text(using: &random))
        case .number, .amount: digits(using: &random).flatMap { Amount($0) }.map(FieldValue.amount) ?? .amount(.zero)
        case .date: date(using: &random)
        case .boolean: .boolean(true)
        }
    }

    private static func text(using random: inout SeededGenerator) -> String {
        let texts = ["", " ", "EUR", "JPY", "XAU", "NL91ABNA0417164300", "NL", "AE", "E", "381", "Ünï", "DE136695976"]
        return texts.randomElement(using: &random) ?? ""
    }

    private static func digits(using random: inout SeededGenerator) -> String? {
        let texts = [
            "0", "-0.00", "21", "1234.56", "-7.005", "1e30", "1e-30", String(repeating: "9", count: 38),
            "-" + String(repeating: "9", count: 38), "0." + String(repeating: "0", count: 37) + "1", nil,
        ]
        return texts.randomElement(using: &random) ?? nil
    }

    private static func date(using random: inout SeededGenerator) -> FieldValue {
        let text = ["0001-01-01", "2026-05-19", "9999-12-31"].randomElement(using: &random) ?? ""
        return CalendarDate(text).map(FieldValue.date) ?? .text(text)
    }
}
