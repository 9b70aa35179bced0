public import NuntiqModel

/// Which invoices a list shows; what is not set does not restrict it.
public struct InvoiceFilter: Sendable, Hashable {
    /// A status group, such as `PendingIntegration`; several with commas.
    public var state: String?
    /// A status number, such as 95.
    public var status: Int?
    /// Changed at or after this moment; pollers overlap by a minute.
    public var since: Instant?
    /// Of one supplier.
    public var supplierNumber: String?
    /// With one number.
    public var invoiceNumber: String?
    /// With these `ext_reference_1` to `5`.
    public var references: [Int: String] = [:]

    /// Shows every invoice, or those in a state.
    public init(state: String? = nil) {
        self.state = state
    }

    func query() throws(ArgumentError) -> [(name: String, value: String)] {
        let given = [
            ("state", state), ("status", status.map(String.init)), ("since", since?.description),
            ("supplier_number", supplierNumber), ("invoice_number", invoiceNumber),
        ]
        return given.compactMap { name, value in value.map { (name, $0) } } + (try ArgumentError.checked(references))
    }
}

extension InvoiceLoad {
    /// Every invoice in a state, without locking it, page by page as they are asked for.
    public func all(state: String = "PendingIntegration") -> Pages {
        Pages(api: context.api, path: "/v1/invoices", query: [("state", state)])
    }

    /// Every invoice that fits, without locking it, page by page as they are asked for.
    ///
    /// - Throws: ``ArgumentError`` for a reference that is none of 1 to 5.
    public func all(where filter: InvoiceFilter) throws(ArgumentError) -> Pages {
        Pages(api: context.api, path: "/v1/invoices", query: try filter.query())
    }
}
