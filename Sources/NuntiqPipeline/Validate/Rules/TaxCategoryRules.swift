import NuntiqModel

extension ValidationRule {
    /// A line whose category bears no tax has none.
    ///
    /// - Source: EN 16931-1, BR-Z-05, BR-E-05, BR-AE-05, BR-IC-05, BR-G-05, BR-O-05.
    static let taxedExemption = ValidationRule("TAX_ON_EXEMPT_LINE", .error) { facts in
        facts.lines(of: [.zeroRated, .exempt, .reverseCharge, .intraCommunity, .export, .outOfScope])
            .compactMap { index, line in
                let key = ["taxRate", "taxAmount"].first { !(line[$0]?.amount?.isZero ?? true) }
                guard let key, let amount = line[key]?.amount, let code = line["taxCategory"]?.text else { return nil }
                return Finding(
                    message:
                        "\(facts.lineLabel(key)) of line \(index + 1) is \(amount), but category \(code) bears no tax.",
                    fields: ["lines[\(index)].\(key)", "lines[\(index)].taxCategory"],
                    hint: "Correct the tax category, or leave out the tax.")
            }
    }

    /// A line of the standard rate has a rate.
    ///
    /// - Source: EN 16931-1, BR-S-05.
    static let standardRate = ValidationRule("STANDARD_RATE_ZERO", .warning) { facts in
        facts.lines(of: [.standard]).compactMap { index, line in
            guard let rate = line["taxRate"]?.amount, rate.isZero else { return nil }
            return Finding(
                message: "Line \(index + 1) is of tax category S with a rate of zero.",
                fields: ["lines[\(index)].taxRate", "lines[\(index)].taxCategory"],
                hint: "Use the category that says why there is no tax, such as Z, E or AE.")
        }
    }

    /// Where the buyer owes the tax, both VAT ids are named.
    ///
    /// - Source: EN 16931-1, BR-AE-02, BR-IC-02.
    static let reverseCharge = ValidationRule("REVERSE_CHARGE_VAT_ID_MISSING", .warning) { facts in
        guard !facts.lines(of: [.reverseCharge, .intraCommunity]).isEmpty else { return [] }
        return ["supplierVatId", "buyerVatId"].filter { facts.text($0) == nil }.map { key in
            Finding(
                message:
                    "The buyer owes the tax (category AE or K), but \(facts.label(key).withinSentence) is missing.",
                fields: [key], hint: "Add \(facts.label(key).withinSentence).")
        }
    }

    /// An exemption says why.
    ///
    /// - Source: EN 16931-1, BR-E-10.
    static let exemptionReason = ValidationRule("TAX_EXEMPTION_REASON_MISSING", .info) { facts in
        guard !facts.lines(of: [.exempt]).isEmpty, facts.text("taxExemptionReason") == nil else { return [] }
        return [
            Finding(
                message: "Lines are exempt from tax (category E), but no reason is given.",
                fields: ["taxExemptionReason"], hint: "Add the reason, such as the article of the law.")
        ]
    }
}

/// What UNCL 5305 says of the tax on a line; other texts are the tenant's own and say nothing here.
enum TaxCategory: String, Sendable, Hashable, CaseIterable {
    case standard = "S"
    case zeroRated = "Z"
    case exempt = "E"
    case reverseCharge = "AE"
    case intraCommunity = "K"
    case export = "G"
    case outOfScope = "O"
}

extension InvoiceFacts {
    /// The lines of some tax categories, with their places.
    fileprivate func lines(of categories: Set<TaxCategory>) -> [(index: Int, line: InvoiceLine)] {
        content.lines.enumerated().compactMap { index, line in
            guard let category = line["taxCategory"]?.text.flatMap({ TaxCategory(rawValue: trimmed($0)) }),
                categories.contains(category)
            else { return nil }
            return (index, line)
        }
    }
}
