internal import NuntiqModel
internal import NuntiqStore

extension Invoices {
    /// The largest part of a list.
    public static let listLimits = 1...1_000

    /// Invoices as they stand now, newest first, without locking any.
    ///
    /// Parts that follow each other by ``ListPart/after(_:count:)`` skip nothing, whatever changes meanwhile.
    public func list(_ filter: InvoiceFilter, _ part: ListPart, limit: Int, for principal: Principal) async throws
        -> InvoiceList
    {
        try await database.read { tx in
            let repository = InvoiceListRepository(tx: tx, tenant: principal.tenant, filter: filter)
            switch part {
            case .page(let number):
                let items = try repository.items(after: nil, offset: (number - 1) * limit, limit: limit)
                return InvoiceList(items: items, count: try repository.count(), next: nil)
            case .after(let token, let count):
                let items = try repository.items(after: token, offset: 0, limit: limit)
                return InvoiceList(
                    items: items, count: try count ?? repository.count(),
                    next: items.count < limit ? nil : items.last?.token)
            }
        }
    }
}
