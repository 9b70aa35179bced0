public import NuntiqModel
public import NuntiqStore

/// What lists show, filter and search of an invoice: one row of `invoice_card`.
///
/// The pipeline writes it at the end of each run; a submission does not.
public struct InvoiceCard: Sendable, Hashable {
    let supplierName: String
    let documentType: String
    let invoicedOn: String
    let dueOn: String
    let grossKey: String
    let currency: String
    let supplierNumber: String
    let texts: [String]

    /// Takes from an invoice what its card has; `references` are `ext_reference_1…5`.
    public init(_ content: InvoiceContent, references: [String]) {
        let header = content.header
        supplierName = header["supplierName"]?.text ?? ""
        documentType = header["documentType"]?.text ?? ""
        invoicedOn = Self.day(header["invoiceDate"])
        dueOn = Self.day(header["dueDate"])
        grossKey = header["grossAmount"]?.amount?.sortKey ?? ""
        currency = header["currencyCode"]?.text ?? ""
        supplierNumber = header["supplierNumber"]?.text ?? ""
        texts = references + Self.texts(of: content)
    }

    /// As `invoice_state.due_on` has it: no date sorts behind all dates.
    public var dueKey: String { Self.dueKey(dueOn) }

    static func dueKey(_ dueOn: String) -> String { dueOn.isEmpty ? "~" : dueOn }

    /// Writes the card of an invoice, with the words of `issues`, which a person may look for too.
    public func write(_ tx: any Transaction, for invoice: InvoiceInProgress, issues: [ValidationIssue]) throws {
        let repository = InvoiceCardRepository(tx: tx, tenant: invoice.state.tenant)
        var words = SearchWords.words(
            try texts + repository.names(around: invoice), .content, of: invoice.state.tenant)
        words.formUnion(
            SearchWords.words(issues.flatMap { [$0.rule, $0.message] }, .issue, of: invoice.state.tenant))
        words.formUnion(exactWords(of: invoice))
        try repository.put(self, words: words.sorted().joined(separator: " "), for: invoice)
    }

    private func exactWords(of invoice: InvoiceInProgress) -> [String] {
        let named: [(String, SearchWords.Space)] = [
            (String(invoice.record.inbox), .inbox), (String(invoice.state.account), .account),
            (supplierNumber, .supplier), (currency, .currency),
        ]
        return named.filter { !$0.0.isEmpty }.map { SearchWords.exact($0.0, $0.1, of: invoice.state.tenant) }
    }

    private static func day(_ value: FieldValue?) -> String {
        value?.date.map(String.init) ?? ""
    }

    private static func texts(of content: InvoiceContent) -> [String] {
        let fields = content.header + content.lines.flatMap(\.fields)
        let parts =
            content.taxes.compactMap(\.taxName) + content.charges.compactMap(\.chargeName)
            + content.discounts.compactMap(\.discountName)
        let addresses = content.addresses.flatMap {
            [$0.addressName, $0.street, $0.city, $0.state, $0.postalCode].compactMap(\.self)
        }
        return fields.compactMap { text(of: $0.value) } + parts + addresses
    }

    private static func text(of value: FieldValue) -> String? {
        switch value {
        case .text(let text): text
        case .amount(let amount): amount.description
        case .date(let date): String(date)
        case .boolean: nil
        }
    }
}
