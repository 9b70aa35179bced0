import NuntiqModel

extension ValidationRule {
    /// Net of a line = quantity × unit price − discount.
    ///
    /// A warning only: what is paid follows from the net amounts, which the sums check.
    static let lineNet = ValidationRule("LINE_NET_MISMATCH", .warning) { facts throws(AmountError) in
        try findings(on: facts) { line throws(AmountError) in
            guard let net = line["netAmount"]?.amount, let quantity = line["quantity"]?.amount,
                let price = line["unitPrice"]?.amount
            else { return nil }
            let whole = try quantity.multiplied(by: price, scale: (facts.places ?? 8) + 2)
            let computed = try whole.subtracting(line["discountAmount"]?.amount ?? .zero)
            guard case .apart = try facts.agreement(of: net, with: computed, parts: 2) else { return nil }
            return (
                "netAmount", "Net amount \(net) is not \(quantity) × \(price), which is \(facts.rounded(computed))",
                "Correct quantity, unit price or net amount."
            )
        }
    }

    /// Tax of a line = rate × net.
    static let lineTax = ValidationRule("LINE_TAX_MISMATCH", .warning) { facts throws(AmountError) in
        try findings(on: facts) { line throws(AmountError) in
            guard let tax = line["taxAmount"]?.amount, let rate = line["taxRate"]?.amount,
                let net = line["netAmount"]?.amount
            else { return nil }
            let computed = try share(rate, of: net, in: facts)
            guard case .apart = try facts.agreement(of: tax, with: computed, parts: 2) else { return nil }
            return (
                "taxAmount", "Tax amount \(tax) is not \(rate) % of \(net), which is \(facts.rounded(computed))",
                "Correct tax rate or tax amount."
            )
        }
    }

    /// A finding for every line on which `check` has something to say: field, message, hint.
    private static func findings(
        on facts: InvoiceFacts, _ check: (InvoiceLine) throws(AmountError) -> (String, String, String)?
    ) throws(AmountError) -> [Finding] {
        var findings: [Finding] = []
        for (index, line) in facts.content.lines.enumerated() {
            guard let (key, message, hint) = try check(line) else { continue }
            let path = "lines[\(index)].\(key)"
            findings.append(Finding(message: "\(message) (line \(index + 1)).", fields: [path], hint: hint))
        }
        return findings
    }

    /// A percentage of an amount, two digits finer than the currency's smallest coin.
    static func share(_ rate: Amount, of base: Amount, in facts: InvoiceFacts) throws(AmountError) -> Amount {
        guard let hundredth = Amount(coefficient: 1, scale: 2) else { throw .overflow }
        return try base.multiplied(by: rate.multiplied(by: hundredth), scale: (facts.places ?? 8) + 2)
    }
}
