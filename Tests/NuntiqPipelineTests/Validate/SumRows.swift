import NuntiqModel

extension RuleRow {
    static let lineRows: [RuleRow] = [
        .right("LINE_NET_MISSING", "a line of words only") { $0.line(["description": "As agreed"]) },
        .wrong("LINE_NET_MISSING", "a line with a price only", .warning, at: "lines[1].netAmount") {
            $0.line(["unitPrice": "3.00"])
        },
        .right("LINE_NET_MISMATCH", "a third, rounded") {
            $0.lines(["quantity": "3", "unitPrice": "0.3333", "netAmount": "1.00"])
        },
        .right("LINE_NET_MISMATCH", "less its discount") {
            $0.lines(["quantity": "4", "unitPrice": "25.00", "discountAmount": "10.00", "netAmount": "90.00"])
        },
        .right("LINE_NET_MISMATCH", "goods taken back") {
            $0.lines(["quantity": "-4", "unitPrice": "25.00", "netAmount": "-100.00"])
        },
        .right("LINE_NET_MISMATCH", "twenty pieces at a price that was rounded to cents") {
            $0.lines(["quantity": "20", "unitPrice": "2.77", "netAmount": "55.46"])
        },
        .wrong("LINE_NET_MISMATCH", "a price that was not rounded", .warning, at: "lines[0].netAmount") {
            $0.lines(["quantity": "20", "unitPrice": "2.7700", "netAmount": "55.46"])
        },
        .wrong("LINE_NET_MISMATCH", "more than rounding explains", .warning, at: "lines[0].netAmount") {
            $0.lines(["quantity": "4", "unitPrice": "25.00", "netAmount": "100.04"])
        },
        .right("LINE_TAX_MISMATCH", "half a cent rounded up") {
            $0.lines(["netAmount": "0.50", "taxRate": "21", "taxAmount": "0.11"])
        },
        .wrong("LINE_TAX_MISMATCH", "the tax of another rate", .warning, at: "lines[0].taxAmount") {
            $0.lines(["netAmount": "100.00", "taxRate": "9", "taxAmount": "21.00"])
        },
        .right("TAX_ON_EXEMPT_LINE", "reverse charge at zero") {
            $0.lines(["netAmount": "100.00", "taxRate": "0", "taxAmount": "0.00", "taxCategory": "AE"])
        },
        .right("TAX_ON_EXEMPT_LINE", "a category of the tenant's own") {
            $0.lines(["netAmount": "100.00", "taxRate": "21", "taxCategory": "HIGH"])
        },
        .wrong("TAX_ON_EXEMPT_LINE", "reverse charge at 21 %", at: "lines[0].taxRate", "lines[0].taxCategory") {
            $0.lines(["netAmount": "100.00", "taxRate": "21", "taxCategory": "AE"])
        },
        .right("STANDARD_RATE_ZERO", "a rate") { $0.lines(["taxRate": "21", "taxCategory": "S"]) },
        .wrong("STANDARD_RATE_ZERO", "none", .warning, at: "lines[0].taxRate", "lines[0].taxCategory") {
            $0.lines(["taxRate": "0", "taxCategory": "S"])
        },
        .right("REVERSE_CHARGE_VAT_ID_MISSING", "both are there") { $0.lines(["taxCategory": "AE"]) },
        .wrong("REVERSE_CHARGE_VAT_ID_MISSING", "the buyer's is not", .warning, at: "buyerVatId") {
            $0.set("buyerVatId", text: nil)
            $0.lines(["taxCategory": "K"])
        },
        .right("TAX_EXEMPTION_REASON_MISSING", "a reason") {
            $0.set("taxExemptionReason", text: "Article 132")
            $0.lines(["taxCategory": "E"])
        },
        .wrong("TAX_EXEMPTION_REASON_MISSING", "none", .info, at: "taxExemptionReason") {
            $0.lines(["taxCategory": "E"])
        },
    ]

    static let sumRows: [RuleRow] = [
        .right("NET_MISMATCH", "lines with charges and discounts") {
            $0.charge("5.00")
            $0.discount("15.00")
            $0.totals("90.00", "18.90", "108.90")
        },
        .right("NET_MISMATCH", "a discount by its rate only") {
            $0.discount(nil, rate: "10")
            $0.totals("90.00", "18.90", "108.90")
        },
        .right("NET_MISMATCH", "words between the lines") { $0.line(["description": "As agreed"]) },
        .right("NET_MISMATCH", "lines that cannot be added up") { $0.line(["unitPrice": "7.00"]) },
        .right("NET_MISMATCH", "no lines") { $0.lines() },
        .wrong("NET_MISMATCH", "two lines rounded by themselves", .info, at: "netAmount") {
            $0.lines(["netAmount": "50.00"], ["netAmount": "50.01"])
        },
        .wrong("NET_MISMATCH", "two cents with two lines", at: "netAmount") {
            $0.lines(["netAmount": "50.00"], ["netAmount": "50.02"])
        },
        .wrong("NET_MISMATCH", "a freight that the net amount forgot", at: "netAmount") { $0.charge("5.00") },
        .right("GROSS_MISMATCH", "yen have no decimal places") {
            $0.set("currencyCode", text: "JPY")
            $0.totals("1000", "100", "1100.00")
        },
        .right("GROSS_MISMATCH", "no tax at all") { $0.totals("100.00", nil, "100.00") },
        .wrong("GROSS_MISMATCH", "a cent", at: "grossAmount") { $0.totals("100.00", "21.00", "121.01") },
        .wrong("GROSS_MISMATCH", "a third decimal of dinars", at: "grossAmount") {
            $0.set("currencyCode", text: "KWD")
            $0.totals("100.000", "5.000", "105.001")
        },
        .wrong("GROSS_MISMATCH", "a tax that nobody named", at: "grossAmount") {
            $0.totals("100.00", nil, "121.00")
        },
        .wrong("GROSS_MISMATCH", "a cent beside a computed tax", .info, at: "grossAmount") {
            $0.totals("100.00", nil, "121.01")
            $0.set("taxAmount", "21.00", source: .rule)
        },
        .right("PAYABLE_MISMATCH", "less prepaid, rounded") {
            $0.set("prepaidAmount", "21.00")
            $0.set("roundingAmount", "0.20")
            $0.set("payableAmount", "100.20")
        },
        .right("PAYABLE_MISMATCH", "less what is withheld") {
            $0.set("withholdingTaxAmount", "15.00")
            $0.set("payableAmount", "106.00")
        },
        .wrong("PAYABLE_MISMATCH", "prepaid forgotten", at: "payableAmount") {
            $0.set("prepaidAmount", "21.00")
            $0.set("payableAmount", "121.00")
        },
        .right("DECIMALS_BEYOND_CURRENCY", "zeros behind yen") {
            $0.set("currencyCode", text: "JPY")
            $0.totals("1000.00", "100", "1100")
        },
        .right("DECIMALS_BEYOND_CURRENCY", "dinars have three") {
            $0.set("currencyCode", text: "KWD")
            $0.totals("1.005", "0.050", "1.055")
        },
        .wrong("DECIMALS_BEYOND_CURRENCY", "half a yen", .warning, at: "grossAmount") {
            $0.set("currencyCode", text: "JPY")
            $0.totals("1000", "100", "1100.5")
        },
        .wrong("DECIMALS_BEYOND_CURRENCY", "three places of a euro", .warning, at: "netAmount") {
            $0.totals("100.001", "21.00", "121.00")
        },
    ]
}
