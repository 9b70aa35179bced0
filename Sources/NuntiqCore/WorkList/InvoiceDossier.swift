public import NuntiqModel
internal import NuntiqStore

/// Everything that a person sees of one invoice.
public struct InvoiceDossier: Sendable, Hashable {
    /// Where it stands, and what brought it there.
    public let row: WorkRow
    /// What it says.
    public let record: InvoiceRecord
    /// Its files, in their order.
    public let attachments: [AttachmentRecord]
    /// The address of the inbox it came to, or empty.
    public let inbox: String
    /// Who sent it, or empty.
    public let sender: String
    /// Who holds it, or held it last; `nil` when nobody does.
    public let holder: String?
    /// What happened, the newest first.
    public let events: [InvoiceEvent]
    /// The id before which older events stand; `nil` when these are all.
    public let olderEvents: Int64?
    /// What is open about its posting.
    public let incidents: [OpenIncident]
}

/// One thing that happened to an invoice.
public struct InvoiceEvent: Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// What happened: a trigger, `message`, or a word of the code base.
    public let kind: String
    /// The lifecycle message that it is.
    public let code: LifecycleCode?
    /// Who did it.
    public let by: Actor
    /// When it happened.
    public let at: Instant
    /// The status before, if there was one.
    public let from: Status?
    /// The status after.
    public let to: Status?
    /// Everything else.
    public let payload: JSONObject

    /// Whether the status is another than before.
    public var statusChanged: Bool { from != to }
}

extension WorkList {
    /// So many events are shown at a time.
    public static let eventsMax = 100

    /// Everything about one invoice; with `before` the events that are older than that one.
    ///
    /// - Throws: ``IntegrationError/notFound``, also for another tenant's.
    public func dossier(_ token: Token, of tenant: TenantID, before: Int64? = nil) async throws -> InvoiceDossier {
        try await database.read { tx in
            guard let row = try WorkRowRepository(tx: tx, tenant: tenant).rows([token]).first,
                let record = try InvoiceRepository(tx: tx).find(tenant, account: row.state.account, token)
            else { throw IntegrationError.notFound }
            let dossier = DossierRepository(tx: tx, tenant: tenant)
            let events = try dossier.events(of: token, before: before, limit: Self.eventsMax + 1)
            return InvoiceDossier(
                row: row, record: record, attachments: try AttachmentRepository(tx: tx).list(tenant, of: token),
                inbox: try InboxRepository(tx).find(tenant, record.inbox)?.address ?? "",
                sender: try dossier.name(of: row.state.account),
                holder: row.state.holder == 0 ? nil : try dossier.name(of: row.state.holder),
                events: Array(events.prefix(Self.eventsMax)),
                olderEvents: events.count > Self.eventsMax ? events[Self.eventsMax - 1].id : nil,
                incidents: try WorkListRepository(tx: tx, tenant: tenant).incidents(of: token))
        }
    }
}

/// Reads what a dossier has beside the invoice's own rows; each look-up is by a primary key.
struct DossierRepository {
    let tx: any Transaction
    let tenant: TenantID

    /// The events of an invoice, the newest first.
    func events(of token: Token, before: Int64?, limit: Int) throws -> [InvoiceEvent] {
        try tx.query(
            """
            SELECT id, kind, code, source, actor_type, actor_id, actor_name, occurred_at, from_status, to_status,
              payload
            FROM event WHERE tenant = ? AND subject = ? AND id < ? ORDER BY id DESC LIMIT ?
            """,
            [tenant, token, before ?? Int64.max, limit]
        ).map { row in
            InvoiceEvent(
                id: try row.int(0), kind: try row.text(1), code: LifecycleCode(rawValue: try row.text(2)),
                by: Actor(source: try row.text(3), type: try row.text(4), id: try row.text(5), name: try row.text(6)),
                at: try row.instant(7), from: Status(rawValue: Int(try row.int(8))),
                to: Status(rawValue: Int(try row.int(9))), payload: try row.document(10) ?? [:])
        }
    }

    /// What people call a partner account or an API user; empty when it is gone.
    func name(of principal: Int64) throws -> String {
        let partner = try tx.query("SELECT name FROM partner WHERE tenant = ? AND id = ?", [tenant, principal]).first
        if let partner { return try partner.text(0) }
        return try tx.query("SELECT name FROM api_user WHERE tenant = ? AND id = ?", [tenant, principal])
            .first?.text(0) ?? ""
    }
}
