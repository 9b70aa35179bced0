import NuntiqCore
import NuntiqModel

extension RuleRow {
    static let fieldRows: [RuleRow] = [
        .right("MANDATORY_FIELD_MISSING", "a zero is a value") { $0.totals("0", "0", "0.00") },
        .right("MANDATORY_FIELD_MISSING", "a field of the lines on each line") { $0.makeMandatoryOnLines("quantity") },
        .wrong("MANDATORY_FIELD_MISSING", "the standard template needs a number", at: "invoiceNumber") {
            $0.set("invoiceNumber", text: nil)
        },
        .wrong("MANDATORY_FIELD_MISSING", "white space is no value", at: "poNumber") {
            $0.makeMandatory("poNumber")
            $0.set("poNumber", text: " \u{A0}")
        },
        .wrong("MANDATORY_FIELD_MISSING", "on one line", at: "lines[1].costCenter") {
            $0.makeMandatoryOnLines("costCenter")
            $0.lines(["costCenter": "K-1"], ["netAmount": "1"])
        },
        .right("CHOICE_UNKNOWN", "a choice, whatever its case") { $0.set("documentType", text: "Invoice") },
        .right("CHOICE_UNKNOWN", "a document type by its code") { $0.set("documentType", text: "380") },
        .wrong("CHOICE_UNKNOWN", "no document type", at: "documentType") { $0.set("documentType", text: "bill") },
        .wrong("CHOICE_UNKNOWN", "no choice of a field of the tenant's own, on a line", at: "lines[0].size") {
            $0.template.lines.append(TemplateField("size", "Size", .choice, choices: ["S", "M"]))
            $0.lines(["netAmount": "100.00", "size": "XL"])
        },
        .right("SUPPLIER_NOT_OF_PARTNER", "an account without a list") { $0.suppliers = [] },
        .right("SUPPLIER_NOT_OF_PARTNER", "a number of the list, in any case") { $0.suppliers = [" s-001 ", "S-2"] },
        .wrong("SUPPLIER_NOT_OF_PARTNER", "another number", at: "supplierNumber") { $0.suppliers = ["S-2"] },
        .wrong("SUPPLIER_NOT_OF_PARTNER", "no number", at: "supplierNumber") {
            $0.suppliers = ["S-2"]
            $0.set("supplierNumber", text: nil)
        },
        .right("NO_SUPPLIERS_LOADED", "suppliers are loaded") { $0.hasSuppliers = true },
        .wrong("NO_SUPPLIERS_LOADED", "none are", .info, at: "supplierNumber") { $0.hasSuppliers = false },
        .right("AWAITING_SUPPLIER", "a supplier that is there") { $0.supplier = .active },
        .right("AWAITING_SUPPLIER", "nothing to look it up in") { $0.supplier = .unchecked },
        .wrong("AWAITING_SUPPLIER", "one that is not", at: "supplierNumber") { $0.supplier = .unknown },
        .wrong("AWAITING_SUPPLIER", "no number at all", at: "supplierNumber") {
            $0.supplier = .unknown
            $0.set("supplierNumber", text: nil)
        },
        .right("SUPPLIER_INACTIVE", "one in use") { $0.supplier = .active },
        .wrong("SUPPLIER_INACTIVE", "one out of use", at: "supplierNumber") { $0.supplier = .inactive },
        .right("SUPPLIER_BLOCKED", "one in use") { $0.supplier = .active },
        .wrong("SUPPLIER_BLOCKED", "a blocked one", at: "supplierNumber") { $0.supplier = .blocked },
    ]

    static let codeRows: [RuleRow] = [
        .right("CURRENCY_UNKNOWN", "yen") { $0.set("currencyCode", text: "JPY") },
        .right("CURRENCY_UNKNOWN", "small letters, as on paper") { $0.set("currencyCode", text: " eur") },
        .wrong("CURRENCY_UNKNOWN", "the tests' currency", at: "currencyCode") { $0.set("currencyCode", text: "XTS") },
        .wrong("CURRENCY_UNKNOWN", "a sign", at: "currencyCode") { $0.set("currencyCode", text: "€") },
        .right("COUNTRY_UNKNOWN", "codes in either case") {
            $0.address("NL")
            $0.address("gb ")
        },
        .right("COUNTRY_UNKNOWN", "an empty one") { $0.address("") },
        .wrong("COUNTRY_UNKNOWN", "the second address", at: "addresses[1].country") {
            $0.address("NL")
            $0.address("UK")
        },
        .right("SUPPLIER_VAT_ID_INVALID", "with dots and spaces") {
            $0.set("supplierVatId", text: "NL 0044.95.445.B01")
        },
        .right("SUPPLIER_VAT_ID_INVALID", "a country whose rules are not known") {
            $0.set("supplierVatId", text: "US 12-3456789")
        },
        .wrong("SUPPLIER_VAT_ID_INVALID", "a digit exchanged", at: "supplierVatId") {
            $0.set("supplierVatId", text: "NL004495454B01")
        },
        .wrong("SUPPLIER_VAT_ID_INVALID", "too short", at: "supplierVatId") {
            $0.set("supplierVatId", text: "DE13669597")
        },
        .right("BUYER_VAT_ID_INVALID", "a Greek one under GR") { $0.set("buyerVatId", text: "GR094259216") },
        .wrong("BUYER_VAT_ID_INVALID", "a wrong check digit", at: "buyerVatId") {
            $0.set("buyerVatId", text: "DE136695977")
        },
        .right("IBAN_INVALID", "without spaces, in small letters") { $0.set("iban", text: "de89370400440532013000") },
        .wrong("IBAN_INVALID", "two digits exchanged", at: "iban") { $0.set("iban", text: "DE89370400440532031000") },
        .wrong("IBAN_INVALID", "a digit lost", at: "iban") { $0.set("iban", text: "DE8937040044053201300") },
        .wrong("IBAN_INVALID", "a country without", at: "iban") { $0.set("iban", text: "US64SVBKUS6S3300958879") },
        .right("BIC_INVALID", "with a branch") { $0.set("bic", text: "deutdeff500") },
        .wrong("BIC_INVALID", "nine characters", .warning, at: "bic") { $0.set("bic", text: "DEUTDEFF5") },
        .wrong("BIC_INVALID", "no country", .warning, at: "bic") { $0.set("bic", text: "ABNAQQ2A") },
    ]

    static let dateRows: [RuleRow] = [
        .right("INVOICE_DATE_IN_FUTURE", "today") { $0.set("invoiceDate", date: "2026-06-01") },
        .wrong("INVOICE_DATE_IN_FUTURE", "tomorrow", at: "invoiceDate") { $0.set("invoiceDate", date: "2026-06-02") },
        .right("INVOICE_DATE_TOO_OLD", "a year ago") { $0.set("invoiceDate", date: "2025-06-01") },
        .wrong("INVOICE_DATE_TOO_OLD", "more than a year ago", .warning, at: "invoiceDate") {
            $0.set("invoiceDate", date: "2025-05-30")
        },
        .right("DUE_BEFORE_ISSUE", "due at once") { $0.set("dueDate", date: "2026-05-19") },
        .wrong("DUE_BEFORE_ISSUE", "due the day before", at: "dueDate", "invoiceDate") {
            $0.set("dueDate", date: "2026-05-18")
        },
        .right("SERVICE_PERIOD_REVERSED", "one day") {
            $0.set("servicePeriodStart", date: "2026-05-01")
            $0.set("servicePeriodEnd", date: "2026-05-01")
        },
        .right("SERVICE_PERIOD_REVERSED", "an open one") { $0.set("servicePeriodStart", date: "2026-05-01") },
        .wrong("SERVICE_PERIOD_REVERSED", "ends first", at: "servicePeriodEnd", "servicePeriodStart") {
            $0.set("servicePeriodStart", date: "2026-05-31")
            $0.set("servicePeriodEnd", date: "2026-05-01")
        },
        .right("PRECEDING_INVOICE_LATER", "the same day") { $0.set("precedingInvoiceDate", date: "2026-05-19") },
        .wrong("PRECEDING_INVOICE_LATER", "the day after", .warning, at: "invoiceDate", "precedingInvoiceDate") {
            $0.set("precedingInvoiceDate", date: "2026-05-20")
        },
    ]

    static let signRows: [RuleRow] = [
        .right("NEGATIVE_TOTAL", "nothing to pay") { $0.totals("0", "0", "0") },
        .right("NEGATIVE_TOTAL", "a corrected invoice goes either way") {
            $0.set("documentType", text: "corrected")
            $0.totals("-100.00", "-21.00", "-121.00")
        },
        .wrong("NEGATIVE_TOTAL", "an invoice of less than nothing", at: "grossAmount", "documentType") {
            $0.totals("-100.00", "-21.00", "-121.00")
        },
        .right("CREDIT_NOTE_NEGATIVE", "a credit note of positive amounts") {
            $0.set("documentType", text: "credit_note")
        },
        .wrong("CREDIT_NOTE_NEGATIVE", "a negative credit note", at: "grossAmount") {
            $0.set("documentType", text: "credit_note")
            $0.totals("-100.00", "-21.00", "-121.00")
        },
        .right("PRECEDING_INVOICE_MISSING", "an invoice needs none") { _ in },
        .right("PRECEDING_INVOICE_MISSING", "a credit note with one") {
            $0.set("documentType", text: "credit_note")
            $0.set("precedingInvoiceNumber", text: "INV-0")
        },
        .wrong("PRECEDING_INVOICE_MISSING", "a credit note without", .info, at: "precedingInvoiceNumber") {
            $0.set("documentType", text: "381")
        },
        .wrong("PRECEDING_INVOICE_MISSING", "a final invoice without", .warning, at: "precedingInvoiceNumber") {
            $0.set("documentType", text: "final")
        },
    ]
}
