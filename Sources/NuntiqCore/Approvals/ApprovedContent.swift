/// What an approval is about: a change of amount, supplier, bank data or coding voids it.
public enum ApprovedContent {
    /// Whether an edit of these fields voids approvals; fields as `grossAmount`, `lines[2].glAccount`, `taxes[0]`.
    public static func isTouched(byEditOf fields: some Sequence<String>) -> Bool {
        fields.contains { field in
            let parts = field.split(separator: ".")
            guard let part = parts.first?.prefix(while: { $0 != "[" }), let key = parts.last else { return false }
            switch part {
            case "taxes", "charges", "discounts": return true
            case "lines": return parts.count == 1 || line.contains(String(key))
            default: return header.contains(field)
            }
        }
    }

    private static let header: Set<String> = [
        "netAmount", "taxAmount", "grossAmount", "prepaidAmount", "roundingAmount", "payableAmount",
        "withholdingTaxAmount", "currencyCode", "exchangeRate", "documentType", "discountPercent",
        "supplierNumber", "supplierName", "supplierVatId", "organizationCode", "payeeName", "iban", "bic",
        "paymentReference",
    ]

    private static let line: Set<String> = [
        "quantity", "unitPrice", "netAmount", "taxRate", "taxAmount", "discountAmount", "taxCategory", "glAccount",
        "costCenter", "taxCode", "project",
    ]
}
