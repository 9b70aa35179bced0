import NuntiqCore
import NuntiqModel

/// The lines of an invoice, some hundred at a time.
struct LinesView: Sendable {
    /// A line.
    struct Line: Sendable {
        let number: String
        let description: String
        let quantity: String
        let price: String
        let net: String
        let tax: String
        let order: String
    }

    private static let linesMax = 200

    let count: String
    let isEmpty: Bool
    let rows: [Line]
    let range: String?
    let earlierPath: String?
    let laterPath: String?

    init(_ record: InvoiceRecord, from text: String, _ path: String) {
        let lines = record.content.lines
        let first = min(max(1, Int(text) ?? 1) - 1, max(0, lines.count - 1))
        let currency = record.content.header["currencyCode"]?.text ?? ""
        let shown = lines[min(first, lines.count)..<min(first + Self.linesMax, lines.count)]
        count = MoneyText.number(Amount(lines.count))
        isEmpty = lines.isEmpty
        rows = zip(shown.indices, shown).map { Line($1, index: $0, currency) }
        range = shown.count < lines.count ? "\(first + 1)–\(first + shown.count) of \(count)" : nil
        earlierPath = first > 0 ? "\(path)?lines=\(max(1, first + 1 - Self.linesMax))#lines" : nil
        laterPath = shown.endIndex < lines.count ? "\(path)?lines=\(shown.endIndex + 1)#lines" : nil
    }
}

extension LinesView.Line {
    fileprivate init(_ line: InvoiceLine, index: Int, _ currency: String) {
        func text(_ key: String) -> String {
            switch line[key] {
            case .text(let text)?: text
            case .amount(let amount)?: MoneyText.number(amount)
            case .date(let date)?: String(date)
            case .boolean(let value)?: value ? "Yes" : "No"
            case nil: ""
            }
        }
        let number = text("lineNumber")
        self.init(
            number: number.isEmpty ? String(index + 1) : number,
            description: [text("description"), text("productCode")].first { !$0.isEmpty } ?? "",
            quantity: [text("quantity"), text("unitOfMeasure")].filter { !$0.isEmpty }.joined(separator: " "),
            price: text("unitPrice"),
            net: line["netAmount"]?.amount.map { MoneyText.number($0, in: currency) } ?? text("netAmount"),
            tax: text("taxRate").isEmpty ? "" : "\(text("taxRate")) %",
            order: [text("poNumber"), text("poLineNumber")].filter { !$0.isEmpty }.joined(separator: " / "))
    }
}

/// A tax, a charge or a discount of the whole invoice.
struct TaxView: Sendable {
    let name: String
    let rate: String
    let base: String
    let amount: String

    static func all(_ record: InvoiceRecord) -> [TaxView] {
        let (content, currency) = (record.content, record.content.header["currencyCode"]?.text ?? "")
        func money(_ amount: Amount?) -> String { amount.map { MoneyText.number($0, in: currency) } ?? "" }
        func rate(_ amount: Amount?) -> String { amount.map { "\(MoneyText.number($0)) %" } ?? "" }
        var views: [TaxView] = []
        for tax in content.taxes {
            views.append(
                TaxView(
                    name: tax.taxName ?? "Tax", rate: rate(tax.taxRate), base: money(tax.taxBaseAmount),
                    amount: money(tax.taxAmount)))
        }
        for charge in content.charges {
            views.append(
                TaxView(name: charge.chargeName ?? "Charge", rate: "", base: "", amount: money(charge.chargeAmount)))
        }
        for discount in content.discounts {
            views.append(
                TaxView(
                    name: discount.discountName ?? "Discount", rate: rate(discount.discountRate), base: "",
                    amount: money(discount.discountAmount.map(\.negated))))
        }
        return views
    }
}
