internal import NuntiqModel

/// Computes what was not sent and follows from what was: line net, net, tax, gross.
///
/// Nothing sent is ever changed.
///
/// Amounts are rounded half away from zero to the currency's minor units. Where a part is missing or a sum overflows,
/// nothing is derived; validation names the gap.
struct DerivedValues {
    private(set) var content: InvoiceContent
    private let places: Int

    init(of content: InvoiceContent) {
        self.content = content
        places = content.header["currencyCode"]?.text.flatMap { Currency($0)?.minorUnits } ?? 2
        deriveLines()
        let net = linesNet
        let tax = value("taxAmount") ?? partsTax ?? linesTax
        deriveHeader(net: net, tax: tax)
    }

    /// Line net = quantity × unit price − discount.
    private mutating func deriveLines() {
        for index in content.lines.indices where content.lines[index]["netAmount"] == nil {
            let line = content.lines[index]
            guard let quantity = line["quantity"]?.amount, let price = line["unitPrice"]?.amount,
                let product = try? quantity.multiplied(by: price, scale: max(places, 0)),
                let net = try? product.subtracting(line["discountAmount"]?.amount ?? .zero)
            else { continue }
            content.lines[index].fields.append(Field("netAmount", .amount(net), source: .rule))
        }
    }

    /// A derived net amount derives no tax from the gross amount: their difference would hide what does not add up.
    private mutating func deriveHeader(net: Amount?, tax: Amount?) {
        let (gross, sentNet) = (value("grossAmount"), value("netAmount"))
        derive("netAmount", net ?? difference(gross, tax))
        derive("taxAmount", tax ?? difference(gross, sentNet))
        if let net = value("netAmount") {
            derive("grossAmount", sum([net, value("taxAmount") ?? .zero]))
        }
    }

    private mutating func derive(_ key: String, _ amount: Amount?) {
        guard let amount, content.header[key] == nil else { return }
        content.header.append(Field(key, .amount(amount), source: .rule))
    }

    private func value(_ key: String) -> Amount? {
        content.header[key]?.amount
    }

    /// Lines − discounts + charges; `nil` without lines, or when one has no net amount.
    private var linesNet: Amount? {
        let nets = content.lines.compactMap { $0["netAmount"]?.amount }
        guard !nets.isEmpty, nets.count == content.lines.count, let lines = sum(nets) else { return nil }
        let charges = content.charges.compactMap(\.chargeAmount)
        let discounts = content.discounts.compactMap(\.discountAmount).map(\.negated)
        return sum([lines] + charges + discounts)
    }

    /// The sum of `taxes`; `nil` without any, or when one has no amount.
    private var partsTax: Amount? {
        let amounts = content.taxes.compactMap(\.taxAmount)
        return amounts.isEmpty || amounts.count < content.taxes.count ? nil : sum(amounts)
    }

    /// The sum of the lines' tax amounts, or of rate × net by rate; `nil` unless every line has one.
    private var linesTax: Amount? {
        if content.lines.isEmpty { return nil }
        var amounts: [Amount] = []
        var netByRate: [Amount: [Amount]] = [:]
        for line in content.lines {
            if let amount = line["taxAmount"]?.amount {
                amounts.append(amount)
            } else if let rate = line["taxRate"]?.amount, let net = line["netAmount"]?.amount {
                netByRate[rate, default: []].append(net)
            } else {
                return nil
            }
        }
        for (rate, nets) in netByRate {
            guard let base = sum(nets), let share = try? base.multiplied(by: rate),
                let tax = try? share.divided(by: 100, scale: places)
            else { return nil }
            amounts.append(tax)
        }
        return sum(amounts)
    }

    private func difference(_ whole: Amount?, _ part: Amount?) -> Amount? {
        guard let whole, let part else { return nil }
        return try? whole.subtracting(part)
    }

    private func sum(_ amounts: [Amount]) -> Amount? {
        try? Amount.sum(of: amounts)
    }
}
