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
        let sums = try? InvoiceSums(self.content, places: places)
        let net = sums?.netParts.flatMap(sum)
        let taxes = sums?.taxes.compactMap(sum) ?? []
        let fits = difference(value("grossAmount"), value("netAmount") ?? net)
        deriveHeader(net: net, tax: value("taxAmount") ?? taxes.first { $0 == fits } ?? taxes.first)
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

    private func difference(_ whole: Amount?, _ part: Amount?) -> Amount? {
        guard let whole, let part else { return nil }
        return try? whole.subtracting(part)
    }

    private func sum(_ amounts: [Amount]) -> Amount? {
        try? Amount.sum(of: amounts)
    }
}
