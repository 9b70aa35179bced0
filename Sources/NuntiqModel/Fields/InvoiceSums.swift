/// What the parts of an invoice add up to: exact, but for shares of a rate, which are rounded to the currency.
///
/// The one place that knows how lines, charges, discounts and taxes go together; what is not sent is derived from it,
/// what is sent is compared with it.
public struct InvoiceSums: Sendable, Hashable {
    /// The net amounts of the lines; `nil` without lines, or when one that counts has none.
    public let lineNets: [Amount]?
    /// Charges, and discounts with a minus; a discount without amount is its rate of the lines.
    public let extras: [Amount]
    /// What the tax may be, each as its parts, the likeliest first; empty when it is not known.
    ///
    /// The listed taxes, else those of the lines: with a single rate, of the lines with charges and discounts first.
    public let taxes: [[Amount]]
    /// Whether ``taxes`` covers charges and discounts too; not when only lines of several rates are known.
    public let isTaxWhole: Bool

    /// Adds up an invoice whose currency has `places` decimal places.
    public init(_ content: InvoiceContent, places: Int) throws(AmountError) {
        let counted = content.lines.filter(\.isCounted)
        let nets = counted.compactMap { $0["netAmount"]?.amount }
        lineNets = nets.isEmpty || nets.count < counted.count ? nil : nets
        extras = try Self.extras(of: content, lines: nets, places: places)
        if !content.taxes.isEmpty {
            taxes = try Self.listed(content.taxes, places: places).map { [$0] } ?? []
            isTaxWhole = true
            return
        }
        let ofLines = try Self.taxes(of: counted, places: places)
        guard extras.contains(where: { !$0.isZero }), let ofLines else {
            taxes = ofLines.map { [$0] } ?? []
            isTaxWhole = true
            return
        }
        let rates = counted.compactMap { $0["taxRate"]?.amount }
        let hasOneRate = nets.count == counted.count && rates.count == counted.count && Set(rates).count == 1
        if hasOneRate, let rate = rates.first {
            taxes = [[try Amount.sum(of: nets + extras).share(rate, places: places)], ofLines]
        } else {
            taxes = [ofLines]
        }
        isTaxWhole = hasOneRate
    }

    /// The parts of the net amount; `nil` when the lines are not known.
    public var netParts: [Amount]? { lineNets.map { $0 + extras } }

    private static func extras(
        of content: InvoiceContent, lines: [Amount], places: Int
    ) throws(AmountError) -> [Amount] {
        var extras = content.charges.compactMap(\.chargeAmount)
        for discount in content.discounts {
            if let amount = discount.discountAmount {
                extras.append(amount.negated)
            } else if let rate = discount.discountRate {
                extras.append(try Amount.sum(of: lines).share(rate, places: places).negated)
            }
        }
        return extras
    }

    private static func listed(_ taxes: [InvoiceTax], places: Int) throws(AmountError) -> [Amount]? {
        var amounts: [Amount] = []
        for tax in taxes {
            if let amount = tax.taxAmount {
                amounts.append(amount)
            } else if let rate = tax.taxRate, let base = tax.taxBaseAmount {
                amounts.append(try base.share(rate, places: places))
            } else {
                return nil
            }
        }
        return amounts
    }

    /// The tax amounts of the lines, and for lines without one, rate × net by rate.
    private static func taxes(of lines: [InvoiceLine], places: Int) throws(AmountError) -> [Amount]? {
        if lines.isEmpty { return nil }
        var amounts: [Amount] = []
        var netsByRate: [Amount: [Amount]] = [:]
        for line in lines {
            if let amount = line["taxAmount"]?.amount {
                amounts.append(amount)
            } else if let rate = line["taxRate"]?.amount, let net = line["netAmount"]?.amount {
                netsByRate[rate, default: []].append(net)
            } else {
                return nil
            }
        }
        for (rate, nets) in netsByRate { amounts.append(try Amount.sum(of: nets).share(rate, places: places)) }
        return amounts
    }
}

extension InvoiceLine {
    /// Whether it names a quantity, a price or an amount; a line that does not is only words.
    public var isCounted: Bool {
        ["netAmount", "quantity", "unitPrice", "taxAmount"].contains { self[$0] != nil }
    }
}

extension Amount {
    /// So many percent of it, rounded half away from zero.
    public func share(_ percent: Amount, places: Int) throws(AmountError) -> Amount {
        guard let hundredth = Amount(coefficient: 1, scale: 2) else { throw .overflow }
        return try multiplied(by: percent.multiplied(by: hundredth), scale: places)
    }
}
