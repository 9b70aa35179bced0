import NuntiqModel

extension ValidationRule {
    /// Every line that is more than words has a net amount, or the lines cannot be added up.
    static let lineNetMissing = ValidationRule("LINE_NET_MISSING", .warning) { facts in
        facts.content.lines.enumerated().filter { $1.isCounted && $1["netAmount"] == nil }.map { index, _ in
            Finding(
                message: "Line \(index + 1) has no \(facts.lineLabel("netAmount").withinSentence), "
                    + "so the lines were not added up.",
                fields: ["lines[\(index)].netAmount"], hint: "Add it, or quantity and unit price.")
        }
    }

    /// Net of a line = quantity × unit price − discount.
    ///
    /// A warning only: what is paid follows from the net amounts, which the sums check. The unit price may have been
    /// rounded to the currency before it was sent, which counts once for each piece.
    static let lineNet = ValidationRule("LINE_NET_MISMATCH", .warning) { facts throws(AmountError) in
        try findings(on: facts) { line throws(AmountError) in
            guard let net = line["netAmount"]?.amount, let quantity = line["quantity"]?.amount,
                let price = line["unitPrice"]?.amount
            else { return nil }
            let whole = try quantity.multiplied(by: price, scale: (facts.places ?? 8) + 2)
            let discount = line["discountAmount"]?.amount
            let computed = try whole.subtracting(discount ?? .zero)
            let pieces = price.scale > (facts.places ?? 8) ? 0 : quantity.wholePieces
            guard case .apart = try facts.agreement(of: net, with: computed, parts: 2 + pieces) else { return nil }
            let product = "\(quantity) × \(price)" + (discount.map { " less \($0)" } ?? "")
            return (
                "netAmount", "is \(net), but \(product) is \(facts.rounded(computed))",
                "Correct quantity, unit price, discount or net amount."
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
                "taxAmount", "is \(tax), but \(rate) % of \(net) is \(facts.rounded(computed))",
                "Correct tax rate (in percent) or tax amount."
            )
        }
    }

    /// A finding for every line on which `check` has something to say: field, what about it, hint.
    private static func findings(
        on facts: InvoiceFacts, _ check: (InvoiceLine) throws(AmountError) -> (String, String, String)?
    ) throws(AmountError) -> [Finding] {
        var findings: [Finding] = []
        for (index, line) in facts.content.lines.enumerated() {
            guard let (key, words, hint) = try check(line) else { continue }
            findings.append(
                Finding(
                    message: "\(facts.lineLabel(key)) of line \(index + 1) \(words).",
                    fields: ["lines[\(index)].\(key)"], hint: hint))
        }
        return findings
    }
}

extension Amount {
    /// How many pieces a quantity is, rounded up; at most a million.
    fileprivate var wholePieces: Int {
        let pieces = Int(magnitude.rounded(to: 0).description) ?? 1_000_000
        return min(pieces + 1, 1_000_000)
    }
}
