public import NuntiqModel
public import NuntiqStore

/// The rows of tables `inbox` and `inbox_name`.
public struct InboxRepository {
    /// What a sender may call an inbox by.
    public enum NameKind: String, Sendable, Hashable {
        /// Its address.
        case address
        /// One of its external identifiers.
        case identifier
    }

    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every inbox of the tenant, the oldest first.
    public func all(_ tenant: TenantID) throws -> [Inbox] {
        let names = Dictionary(
            grouping: try tx.query(
                """
                SELECT inbox, name FROM inbox_name
                WHERE tenant = ? AND kind = 'identifier' ORDER BY name_folded
                """,
                [tenant]),
            by: { $0.values[0] })
        return try tx.query("\(select) ORDER BY id", [tenant]).map { row in
            try Inbox(row, identifiers: (names[row.values[0]] ?? []).map { try $0.text(1) })
        }
    }

    /// The inbox that a sender calls by that name, trimmed and folded; without its identifiers.
    public func find(_ tenant: TenantID, _ kind: NameKind, named name: String) throws -> Inbox? {
        try tx.query(
            """
            \(select) AND id IN
              (SELECT inbox FROM inbox_name WHERE tenant = ? AND kind = ? AND name_folded = ?)
            """,
            [tenant, tenant, kind.rawValue, trimmedFolded(name)]
        ).first.map { try Inbox($0, identifiers: []) }
    }

    /// The inbox that takes what names no other, if the tenant has one; without its identifiers.
    public func findDefault(_ tenant: TenantID) throws -> Inbox? {
        try tx.query("\(select) AND is_default ORDER BY id LIMIT 1", [tenant])
            .first.map { try Inbox($0, identifiers: []) }
    }

    /// The inbox with that number; without its identifiers.
    public func find(_ tenant: TenantID, _ id: Int64) throws -> Inbox? {
        try tx.query("\(select) AND id = ?", [tenant, id])
            .first.map { try Inbox($0, identifiers: []) }
    }

    func insert(_ wanted: NewInbox, template: Int64, in tenant: TenantID, by actor: Actor) throws -> Inbox {
        let inbox = Inbox(
            id: try tx.newID(), address: trimmed(wanted.address), isDefault: wanted.isDefault, template: template,
            externalIdentifiers: distinct(wanted.externalIdentifiers.map(trimmed)), createdAt: tx.now)
        if inbox.isDefault {
            try tx.execute("UPDATE inbox SET is_default = ? WHERE tenant = ? AND is_default", [false, tenant])
        }
        try insertNames(of: inbox, in: tenant)
        try tx.execute(
            "INSERT INTO inbox (tenant, id, address, is_default, template, created_at) VALUES (?, ?, ?, ?, ?, ?)",
            [tenant, inbox.id, inbox.address, inbox.isDefault, template, tx.now])
        try tx.audit("inbox_added", of: inbox.id.subject, in: tenant, by: actor, inbox.facts)
        return inbox
    }

    private func insertNames(of inbox: Inbox, in tenant: TenantID) throws {
        guard try insertName(inbox.address, .address, of: inbox, in: tenant) else {
            throw InboxError.addressTaken(inbox.address)
        }
        for name in inbox.externalIdentifiers where try !insertName(name, .identifier, of: inbox, in: tenant) {
            throw InboxError.identifierTaken(name)
        }
    }

    /// Whether the name was free.
    private func insertName(_ name: String, _ kind: NameKind, of inbox: Inbox, in tenant: TenantID) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO inbox_name (tenant, kind, name_folded, name, inbox) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant, kind, name_folded) DO NOTHING
            RETURNING inbox
            """,
            [tenant, kind.rawValue, trimmedFolded(name), name, inbox.id]
        ).isEmpty
    }

    private func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert(folded($0)).inserted }
    }

    private var select: String { "SELECT id, address, is_default, template, created_at FROM inbox WHERE tenant = ?" }
}

extension Inbox {
    init(_ row: Row, identifiers: [String]) throws {
        self.init(
            id: try row.int(0), address: try row.text(1), isDefault: try row.bool(2), template: try row.int(3),
            externalIdentifiers: identifiers, createdAt: try row.instant(4))
    }

    var facts: JSONValue {
        [
            "address": .string(address), "default": .bool(isDefault),
            "external_identifiers": .array(externalIdentifiers.map(JSONValue.string)),
        ]
    }
}
