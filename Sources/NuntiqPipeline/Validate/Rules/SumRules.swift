import NuntiqModel

extension ValidationRule {
    /// Net = Σ line net + charges − discounts.
    ///
    /// - Source: EN 16931-1, BR-CO-10 and BR-CO-13.
    static let net = ValidationRule("NET_MISMATCH", .error) { facts throws(AmountError) in
        let nets = facts.content.lines.compactMap { $0["netAmount"]?.amount }
        guard let net = facts.amount("netAmount"), !nets.isEmpty, nets.count == facts.content.lines.count else {
            return []
        }
        let charges = facts.content.charges.compactMap(\.chargeAmount)
        let discounts = facts.content.discounts.compactMap(\.discountAmount).map(\.negated)
        let parts = nets + charges + discounts
        return try facts.compare(
            "netAmount", net, with: Amount.sum(of: parts), parts: parts.count,
            "the lines with charges and discounts add up to",
            hint: "Correct the lines, the charges, the discounts or the net amount.")
    }

    /// Tax = Σ taxes; without them the Σ of the lines' taxes.
    ///
    /// - Source: EN 16931-1, BR-CO-14.
    static let tax = ValidationRule("TAX_MISMATCH", .error) { facts throws(AmountError) in
        let taxes = facts.content.taxes.map(\.taxAmount)
        let parts = (taxes.isEmpty ? facts.content.lines.map { $0["taxAmount"]?.amount } : taxes)
        let known = parts.compactMap { $0 }
        guard let tax = facts.amount("taxAmount"), !known.isEmpty, known.count == parts.count else { return [] }
        return try facts.compare(
            "taxAmount", tax, with: Amount.sum(of: known), parts: known.count,
            taxes.isEmpty ? "the taxes of the lines add up to" : "the taxes add up to",
            hint: "Correct the taxes or the tax amount.")
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
                    fields: ["taxes[\(index)].taxAmount"], hint: "Correct rate, base or amount of the tax."))
        }
        return findings
    }

    /// The bases of the taxes make the net amount.
    static let taxBases = ValidationRule("TAX_BASE_MISMATCH", .warning) { facts throws(AmountError) in
        let bases = facts.content.taxes.compactMap(\.taxBaseAmount)
        guard let net = facts.amount("netAmount"), !bases.isEmpty, bases.count == facts.content.taxes.count else {
            return []
        }
        return try facts.compare(
            "netAmount", net, with: Amount.sum(of: bases), parts: max(bases.count, facts.content.lines.count),
            "the bases of the taxes add up to", hint: "List every tax rate, also those of zero.")
    }

    /// Gross = net + tax.
    ///
    /// Where no tax is known, the gross amount must be the net amount: a tax that nobody named would hide an error.
    /// - Source: EN 16931-1, BR-CO-15.
    static let gross = ValidationRule("GROSS_MISMATCH", .error) { facts throws(AmountError) in
        guard let gross = facts.amount("grossAmount"), let net = facts.amount("netAmount") else { return [] }
        let tax = facts.amount("taxAmount")
        return try facts.compare(
            "grossAmount", gross, with: Amount.sum(of: [net, tax ?? .zero]), parts: 1,
            tax == nil ? "without tax the net amount is" : "net and tax amount add up to",
            hint: tax == nil ? "Add the tax amount or the taxes." : "Correct net, tax or gross amount.")
    }

    /// Payable = gross − prepaid + rounding, perhaps less what is withheld.
    ///
    /// - Source: EN 16931-1, BR-CO-16.
    static let payable = ValidationRule("PAYABLE_MISMATCH", .error) { facts throws(AmountError) in
        guard let payable = facts.amount("payableAmount"), let gross = facts.amount("grossAmount") else { return [] }
        let parts = [gross, (facts.amount("prepaidAmount") ?? .zero).negated, facts.amount("roundingAmount") ?? .zero]
        let whole = try Amount.sum(of: parts)
        let withheld = try whole.subtracting(facts.amount("withholdingTaxAmount") ?? .zero)
        if case .exact = try facts.agreement(of: payable, with: withheld, parts: 1) { return [] }
        return try facts.compare(
            "payableAmount", payable, with: whole, parts: 1, "gross less prepaid with rounding is",
            hint: "Correct the prepaid, rounding or payable amount.")
    }

    /// The amounts that are paid have no more decimal places than the currency.
    static let decimals = ValidationRule("DECIMALS_BEYOND_CURRENCY", .warning) { facts in
        ["netAmount", "taxAmount", "grossAmount", "payableAmount"].compactMap { key in
            guard let amount = facts.amount(key), facts.rounded(amount) != amount else { return nil }
            return Finding(
                message:
                    "\(facts.label(key)) \(amount) has more decimal places than \(facts.currency?.code ?? "money").",
                fields: [key], hint: "Round it to \(facts.rounded(amount)).")
        }
    }
}
