public import NuntiqModel
public import NuntiqStore

/// The rows of tables `partner` and `partner_email`.
public struct PartnerRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every partner account of the tenant, by name.
    public func all(_ tenant: TenantID) throws -> [Partner] {
        let emails = Dictionary(
            grouping: try tx.query(
                "SELECT partner, email FROM partner_email WHERE tenant = ? ORDER BY partner, email_folded", [tenant]),
            by: { $0.values[0] })
        return try tx.query("\(select) ORDER BY name_folded", [tenant]).map { row in
            try Partner(row, emails: (emails[row.values[0]] ?? []).map { try $0.text(1) })
        }
    }

    /// The partner account with that number.
    public func find(_ tenant: TenantID, _ id: Int64) throws -> Partner? {
        try tx.query("\(select) AND id = ?", [tenant, id]).first
            .map { try Partner($0, emails: emails(tenant, id)) }
    }

    /// The supplier numbers that an account submits for; none when it may submit for any, or is no partner account.
    public func suppliers(_ tenant: TenantID, of id: Int64) throws -> [String] {
        try tx.query("SELECT suppliers FROM partner WHERE tenant = ? AND id = ?", [tenant, id]).first
            .map { try supplierNumbers($0.text(0)) } ?? []
    }

    /// The partner account of that name, trimmed and folded.
    public func find(_ tenant: TenantID, name: String) throws -> Partner? {
        try tx.query("\(select) AND name_folded = ?", [tenant, trimmedFolded(name)]).first
            .map { try Partner($0, emails: emails(tenant, $0.int(0))) }
    }

    /// Keeps others from changing the account's keys until this transaction ends.
    func lock(_ tenant: TenantID, _ id: Int64) throws {
        _ = try tx.query("SELECT id FROM partner WHERE tenant = ? AND id = ? \(tx.dialect.locking)", [tenant, id])
    }

    /// Whether the name was free.
    func insert(_ partner: Partner, in tenant: TenantID) throws -> Bool {
        let rows = try tx.query(
            """
            INSERT INTO partner (tenant, id, name, name_folded, active, suppliers, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant, name_folded) DO NOTHING
            RETURNING id
            """,
            [
                tenant, partner.id, partner.name, trimmedFolded(partner.name), true,
                JSONValue.array(partner.suppliers.map(JSONValue.string)).serialized(), partner.createdAt,
            ])
        for email in partner.emails where !rows.isEmpty {
            try tx.execute(
                "INSERT INTO partner_email (tenant, partner, email_folded, email) VALUES (?, ?, ?, ?)",
                [tenant, partner.id, folded(email), email])
        }
        return !rows.isEmpty
    }

    /// Whether the address was new to the account.
    func insert(_ email: String, of id: Int64, in tenant: TenantID) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO partner_email (tenant, partner, email_folded, email) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant, partner, email_folded) DO NOTHING RETURNING 1
            """,
            [tenant, id, folded(email), email]
        ).isEmpty
    }

    /// Whether the account had the address.
    func remove(_ email: String, of id: Int64, in tenant: TenantID) throws -> Bool {
        try !tx.query(
            "DELETE FROM partner_email WHERE tenant = ? AND partner = ? AND email_folded = ? RETURNING 1",
            [tenant, id, trimmedFolded(email)]
        ).isEmpty
    }

    /// Whether it was active.
    func deactivate(_ tenant: TenantID, _ id: Int64) throws -> Bool {
        try !tx.query(
            "UPDATE partner SET active = ? WHERE tenant = ? AND id = ? AND active RETURNING id", [false, tenant, id]
        ).isEmpty
    }

    private func emails(_ tenant: TenantID, _ id: Int64) throws -> [String] {
        try tx.query(
            "SELECT email FROM partner_email WHERE tenant = ? AND partner = ? ORDER BY email_folded", [tenant, id]
        ).map { try $0.text(0) }
    }

    private var select: String { "SELECT id, name, active, suppliers, created_at FROM partner WHERE tenant = ?" }
}

extension Partner {
    init(_ row: Row, emails: [String]) throws {
        self.init(
            id: try row.int(0), name: try row.text(1), isActive: try row.bool(2),
            suppliers: try supplierNumbers(row.text(3)), emails: emails, createdAt: try row.instant(4))
    }
}

/// The numbers of column `suppliers`, a JSON array of strings.
func supplierNumbers(_ text: String) throws -> [String] {
    try JSONValue.parse(text).array?.compactMap(\.string) ?? []
}
