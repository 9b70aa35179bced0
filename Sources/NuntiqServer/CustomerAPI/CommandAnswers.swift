public import NuntiqCore
public import NuntiqModel

extension InvoiceDetail {
    /// The invoice as the customer API shows it, with where each value came from.
    public var json: JSONValue {
        wire(DetailOptions(includeNull: false, evidence: true))
    }
}

extension InvoiceSummary {
    /// The invoice as the customer API lists it.
    public var json: JSONValue { wire }
}
