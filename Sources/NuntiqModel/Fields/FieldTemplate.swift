/// The ordered header and line fields that a tenant captures.
public struct FieldTemplate: Sendable, Hashable, Codable {
    /// The fields of the invoice.
    public var header: [TemplateField]
    /// The fields of each line.
    public var lines: [TemplateField]

    /// Makes a template; keys differ within each list.
    public init(header: [TemplateField], lines: [TemplateField]) {
        self.header = header
        self.lines = lines
    }

    /// What a new tenant captures (`invoice-model.md`, "Fields").
    public static let standard = FieldTemplate(header: standardHeader, lines: standardLines)

    private static let standardHeader: [TemplateField] = [
        TemplateField("invoiceNumber", "Invoice number", isMandatory: true),
        TemplateField("invoiceDate", "Invoice date", .date, isMandatory: true),
        TemplateField("dueDate", "Due date", .date),
        TemplateField("documentType", "Document type", .choice, choices: DocumentType.allCases.map(\.rawValue)),
        TemplateField("supplierNumber", "Supplier number"),
        TemplateField("supplierName", "Supplier name"),
        TemplateField("supplierVatId", "Supplier VAT ID"),
        TemplateField("organizationCode", "Organization"),
        TemplateField("buyerName", "Buyer name"),
        TemplateField("buyerVatId", "Buyer VAT ID"),
        TemplateField("poNumber", "PO number"),
        TemplateField("currencyCode", "Currency", isMandatory: true),
        TemplateField("netAmount", "Net amount", .amount),
        TemplateField("taxAmount", "Tax amount", .amount),
        TemplateField("grossAmount", "Gross amount", .amount, isMandatory: true),
        TemplateField("paymentTerms", "Payment terms"),
        TemplateField("iban", "IBAN"),
        TemplateField("bic", "BIC"),
        TemplateField("paymentReference", "Payment reference"),
        TemplateField("buyerReference", "Buyer reference"),
        TemplateField("notes", "Notes"),
        TemplateField("prepaidAmount", "Prepaid amount", .amount),
        TemplateField("roundingAmount", "Rounding amount", .amount),
        TemplateField("payableAmount", "Payable amount", .amount),
        TemplateField("withholdingTaxAmount", "Withholding tax", .amount),
        TemplateField("precedingInvoiceNumber", "Preceding invoice number"),
        TemplateField("precedingInvoiceDate", "Preceding invoice date", .date),
        TemplateField("deliveryDate", "Delivery date", .date),
        TemplateField("servicePeriodStart", "Service period from", .date),
        TemplateField("servicePeriodEnd", "Service period to", .date),
        TemplateField("payeeName", "Payee name"),
        TemplateField("postingDate", "Posting date", .date),
        TemplateField("exchangeRate", "Exchange rate", .number),
        TemplateField("discountDate", "Discount date", .date),
        TemplateField("discountPercent", "Discount percent", .number),
        TemplateField("taxExemptionReason", "Tax exemption reason"),
    ]

    private static let standardLines: [TemplateField] = [
        TemplateField("lineNumber", "Line number"),
        TemplateField("description", "Description"),
        TemplateField("productCode", "Product code"),
        TemplateField("quantity", "Quantity", .number),
        TemplateField("unitOfMeasure", "Unit of measure"),
        TemplateField("unitPrice", "Unit price", .amount),
        TemplateField("netAmount", "Net amount", .amount),
        TemplateField("taxRate", "Tax rate", .number),
        TemplateField("taxAmount", "Tax amount", .amount),
        TemplateField("poNumber", "PO number"),
        TemplateField("poLineNumber", "PO line number"),
        TemplateField("taxCategory", "Tax category"),
        TemplateField("discountAmount", "Discount amount", .amount),
        TemplateField("glAccount", "GL account"),
        TemplateField("costCenter", "Cost center"),
        TemplateField("taxCode", "Tax code"),
        TemplateField("project", "Project"),
    ]
}
