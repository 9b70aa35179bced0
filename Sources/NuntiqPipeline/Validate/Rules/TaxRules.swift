import NuntiqModel

extension ValidationRule {
    /// Tax = Σ taxes; without them the Σ of the lines' taxes, or of rate × net of the lines.
    ///
    /// Where lines of several rates are all that is known of the tax, nobody knows what charges and discounts bear: a
    /// warning.
    /// - Source: EN 16931-1, BR-CO-14.
    static let tax = ValidationRule("TAX_MISMATCH", .error) { facts throws(AmountError) in
        let sums = try facts.sums()
        guard let tax = facts.amount("taxAmount"), let likeliest = sums.taxes.first else { return [] }
        let lines = facts.content.taxes.isEmpty ? facts.content.lines.count : 0
        for parts in sums.taxes {
            let sum = try Amount.sum(of: parts)
            guard case .apart = try facts.agreement(of: tax, with: sum, parts: max(parts.count, lines)) else {
                return try facts.compare(
                    "taxAmount", tax, with: sum, parts: max(parts.count, lines), meaning(facts),
                    hint: "Correct the taxes or the tax amount.")
            }
        }
        var findings = try facts.compare(
            "taxAmount", tax, with: Amount.sum(of: likeliest), parts: max(likeliest.count, lines), meaning(facts),
            hint: sums.isTaxWhole ? "Correct the taxes or the tax amount." : "List the taxes, one for each rate.")
        if !sums.isTaxWhole { findings = findings.map { $0.with(.warning) } }
        return findings
    }

    private static func meaning(_ facts: InvoiceFacts) -> String {
        facts.content.taxes.isEmpty ? "the taxes of the lines add up to" : "the taxes add up to"
    }

    /// Each tax = rate × base.
    ///
    /// Tax may have been rounded line by line, so each line may be off by half a unit.
    /// - Source: EN 16931-1, BR-CO-17.
    static let taxOfRate = ValidationRule("TAX_RATE_MISMATCH", .error) { facts throws(AmountError) in
        var findings: [Finding] = []
        for (index, tax) in facts.content.taxes.enumerated() {
            guard let rate = tax.taxRate, let base = tax.taxBaseAmount, let amount = tax.taxAmount else { continue }
            let computed = try share(rate, of: base, in: facts)
            let parts = max(2, facts.content.lines.count)
            guard case .apart = try facts.agreement(of: amount, with: computed, parts: parts) else { continue }
            findings.append(
                Finding(
                    message: "Tax \(amount) is not \(rate) % of \(base), which is \(facts.rounded(computed)).",
                    fields: ["taxes[\(index)].taxAmount"],
                    hint: "Correct rate (in percent), base or amount of the tax."))
        }
        return findings
    }

    /// The bases of the taxes make the net amount.
    ///
    /// Several taxes may share a base (GST and PST, CGST and SGST): then those of one name do. Bases that do not reach
    /// the net amount leave out what bears no tax: a remark.
    static let taxBases = ValidationRule("TAX_BASE_MISMATCH", .warning) { facts throws(AmountError) in
        let taxes = facts.content.taxes
        let bases = taxes.compactMap(\.taxBaseAmount)
        guard let net = facts.amount("netAmount"), !bases.isEmpty, bases.count == taxes.count else { return [] }
        let parts = max(bases.count, facts.content.lines.count)
        for name in Set(taxes.map { trimmedFolded($0.taxName ?? "") }) {
            let named = taxes.filter { trimmedFolded($0.taxName ?? "") == name }.compactMap(\.taxBaseAmount)
            let sum = try Amount.sum(of: named)
            guard case .apart = try facts.agreement(of: net, with: sum, parts: parts) else { return [] }
        }
        let sum = try Amount.sum(of: bases)
        let findings = try facts.compare(
            "netAmount", net, with: sum, parts: parts, "the bases of the taxes add up to",
            hint: "List every tax rate, also those of zero.")
        return sum.magnitude < net.magnitude ? findings.map { $0.with(.info) } : findings
    }

    /// A percentage of an amount, two digits finer than the currency's smallest coin.
    static func share(_ rate: Amount, of base: Amount, in facts: InvoiceFacts) throws(AmountError) -> Amount {
        try base.share(rate, places: (facts.places ?? 8) + 2)
    }
}
