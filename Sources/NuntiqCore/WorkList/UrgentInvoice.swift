public import NuntiqModel
internal import NuntiqStore

/// An invoice above the work list: it may cost money while nobody looks.
public struct UrgentInvoice: Sendable, Hashable {
    /// Why it stands there.
    public let urgency: WorkListUrgency
    /// Since when.
    public let since: Instant
    /// What is known of an incident: its kind, and both postings.
    public let incident: OpenIncident?
    /// The invoice.
    public let row: WorkRow
}

/// Something that went wrong with a posting, which a person must look at.
public struct OpenIncident: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// What kind of trouble it is, as ``Incident/Kind`` names it.
    public let kind: String
    /// What a person needs to know.
    public let detail: JSONObject
    /// When it happened.
    public let since: Instant
}

extension WorkList {
    /// So many stand above the list.
    static let urgentMax = 6

    /// Suspected double postings, doubts that no connector looks up, holds that last.
    func urgent(_ tenant: TenantID, _ tx: any Transaction) throws -> [UrgentInvoice] {
        let repository = WorkListRepository(tx: tx, tenant: tenant)
        var items: [WorkListItem] = []
        for urgency in [WorkListUrgency.incident, .doubt, .longHold] where items.count < Self.urgentMax {
            let known = Set(items.map(\.invoice))
            items += try repository.find(urgency, limit: Self.urgentMax).filter { !known.contains($0.invoice) }
        }
        items = Array(items.prefix(Self.urgentMax))
        let rows = try WorkRowRepository(tx: tx, tenant: tenant).rows(items.map(\.invoice))
        let byToken = Dictionary(rows.map { ($0.state.token, $0) }) { first, _ in first }
        return try items.compactMap { item in
            guard let row = byToken[item.invoice] else { return nil }
            let incident = item.urgency == .incident ? try repository.incidents(of: item.invoice).first : nil
            return UrgentInvoice(urgency: item.urgency, since: item.since, incident: incident, row: row)
        }
    }

    /// What is open about one invoice, the newest first.
    public func incidents(of invoice: Token, in tenant: TenantID) async throws -> [OpenIncident] {
        try await database.read { tx in try WorkListRepository(tx: tx, tenant: tenant).incidents(of: invoice) }
    }
}
