import NuntiqModel

extension RuleRow {
    static let taxRows: [RuleRow] = [
        .right("TAX_MISMATCH", "two rates") {
            $0.content.taxes = []
            $0.tax("21", "50.00", "10.50")
            $0.tax("9", "50.00", "4.50")
            $0.totals("100.00", "15.00", "115.00")
        },
        .right("TAX_MISMATCH", "a tax by rate and base only") {
            $0.content.taxes = []
            $0.tax("21", "100.00", nil)
        },
        .right("TAX_MISMATCH", "the lines' rates, nothing else") {
            $0.content.taxes = []
            $0.lines(["netAmount": "60.00", "taxRate": "21"], ["netAmount": "40.00", "taxRate": "21"])
        },
        .right("TAX_MISMATCH", "one rate, less a discount") {
            $0.content.taxes = []
            $0.discount("10.00")
            $0.totals("90.00", "18.90", "108.90")
        },
        .right("TAX_MISMATCH", "one rate, the discount untaxed") {
            $0.content.taxes = []
            $0.discount("10.00")
            $0.totals("90.00", "21.00", "111.00")
        },
        .wrong("TAX_MISMATCH", "taxes of less", at: "taxAmount") {
            $0.content.taxes = []
            $0.tax("20", "100.00", "20.00")
        },
        .wrong("TAX_MISMATCH", "the lines' rates say less", at: "taxAmount") {
            $0.content.taxes = []
            $0.lines(["netAmount": "100.00", "taxRate": "9"])
        },
        .wrong("TAX_MISMATCH", "several rates and a charge", .warning, at: "taxAmount") {
            $0.content.taxes = []
            $0.charge("10.00")
            $0.lines(["netAmount": "60.00", "taxRate": "21"], ["netAmount": "40.00", "taxRate": "9"])
            $0.totals("110.00", "18.30", "128.30")
        },
        .right("TAX_RATE_MISMATCH", "rounded line by line") {
            $0.lines(["netAmount": "33.33"], ["netAmount": "33.33"], ["netAmount": "33.34"])
            $0.content.taxes = []
            $0.tax("21", "100.00", "21.01")
        },
        .right("TAX_RATE_MISMATCH", "zero of a hundred") {
            $0.content.taxes = []
            $0.tax("0", "100.00", "0.00")
        },
        .right("TAX_RATE_MISMATCH", "withheld: a negative rate") {
            $0.tax("-15", "100.00", "-15.00")
        },
        .wrong("TAX_RATE_MISMATCH", "tax at a rate of zero", at: "taxes[0].taxAmount") {
            $0.content.taxes = []
            $0.tax("0", "100.00", "21.00")
        },
        .wrong("TAX_RATE_MISMATCH", "a rate as a fraction", at: "taxes[0].taxAmount") {
            $0.content.taxes = []
            $0.tax("0.21", "100.00", "21.00")
        },
        .right("TAX_BASE_MISMATCH", "two taxes on one base") {
            $0.content.taxes = []
            $0.tax("9", "100.00", "9.00", name: "CGST")
            $0.tax("9", "100.00", "9.00", name: "SGST")
        },
        .wrong("TAX_BASE_MISMATCH", "a base beyond the net amount", .warning, at: "netAmount") {
            $0.content.taxes = []
            $0.tax("21", "150.00", "31.50")
        },
        .wrong("TAX_BASE_MISMATCH", "what bears no tax left out", .info, at: "netAmount") {
            $0.content.taxes = []
            $0.tax("21", "50.00", "10.50")
        },
    ]
}
