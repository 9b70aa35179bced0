import NuntiqModel

extension ValidationRule {
    /// Net = Σ line net + charges − discounts.
    ///
    /// - Source: EN 16931-1, BR-CO-10 and BR-CO-13.
    static let net = ValidationRule("NET_MISMATCH", .error) { facts throws(AmountError) in
        guard let net = facts.amount("netAmount"), let parts = try facts.sums().netParts else { return [] }
        return try facts.compare(
            "netAmount", net, with: Amount.sum(of: parts), parts: parts.count,
            "the lines with charges and discounts add up to",
            hint: "Correct the lines, the charges, the discounts or the net amount.")
    }

    /// Gross = net + tax.
    ///
    /// Where no tax is known, the gross amount must be the net amount: a tax that nobody named would hide an error.
    /// Where net or tax were computed from the lines, each of them may have been rounded by itself.
    /// - Source: EN 16931-1, BR-CO-15.
    static let gross = ValidationRule("GROSS_MISMATCH", .error) { facts throws(AmountError) in
        guard let gross = facts.amount("grossAmount"), let net = facts.amount("netAmount") else { return [] }
        let tax = facts.amount("taxAmount")
        let isComputed = facts.isDerived("netAmount") || facts.isDerived("taxAmount")
        return try facts.compare(
            "grossAmount", gross, with: Amount.sum(of: [net, tax ?? .zero]),
            parts: isComputed ? facts.content.lines.count + 1 : 1,
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
    ///
    /// - Source: ISO 4217, minor units.
    static let decimals = ValidationRule("DECIMALS_BEYOND_CURRENCY", .warning) { facts in
        guard let currency = facts.currency else { return [] }
        return paid.compactMap { key in
            guard let amount = facts.amount(key), facts.rounded(amount) != amount else { return nil }
            return Finding(
                message: "\(facts.label(key)) \(amount) has more decimal places than \(currency.code).",
                fields: [key], hint: "Round it to \(facts.rounded(amount)).")
        }
    }

    private static let paid = [
        "netAmount", "taxAmount", "grossAmount", "prepaidAmount", "roundingAmount", "payableAmount",
        "withholdingTaxAmount",
    ]
}
