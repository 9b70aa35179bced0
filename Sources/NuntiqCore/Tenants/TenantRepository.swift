public import NuntiqModel
public import NuntiqStore

/// The rows of table `tenant`.
public struct TenantRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// Every tenant, by subdomain.
    public func all() throws -> [Tenant] {
        try tx.query("\(select) ORDER BY subdomain").map(Tenant.init)
    }

    /// The tenant with that number.
    public func find(_ tenant: TenantID) throws -> Tenant? {
        try tx.query("\(select) WHERE id = ?", [tenant]).first.map(Tenant.init)
    }

    /// The tenant of a host name's first label, in lower case.
    public func find(subdomain: String) throws -> Tenant? {
        try tx.query("\(select) WHERE subdomain = ?", [subdomain]).first.map(Tenant.init)
    }

    /// The tenant that a connector names by `X-Customer-Number`.
    public func find(customerNumber: String) throws -> Tenant? {
        try tx.query("\(select) WHERE customer_number = ?", [customerNumber]).first.map(Tenant.init)
    }

    /// Whether subdomain and customer number were free.
    func insert(_ tenant: Tenant) throws -> Bool {
        try !tx.query(
            """
            INSERT INTO tenant (id, subdomain, name, customer_number, timezone, country, settings, created_at)
            VALUES (?, ?, ?, ?, ?, ?, '{}', ?)
            ON CONFLICT DO NOTHING
            RETURNING id
            """,
            [
                tenant.id, tenant.subdomain, tenant.name, tenant.customerNumber, tenant.timezone, tenant.country,
                tenant.createdAt,
            ]
        ).isEmpty
    }

    /// Changes members of the tenant's settings; others that change them wait.
    func change(_ tenant: TenantID, _ change: (inout JSONObject) -> Void) throws {
        guard
            let row = try tx.query("SELECT settings FROM tenant WHERE id = ? \(tx.dialect.locking)", [tenant]).first
        else { throw TenantError.unknown(String(tenant.rawValue)) }
        var settings = try row.document(0) ?? [:]
        change(&settings)
        try tx.execute(
            "UPDATE tenant SET settings = ? WHERE id = ?", [JSONValue.object(settings).serialized(), tenant])
    }

    private var select: String {
        "SELECT id, subdomain, name, customer_number, timezone, country, created_at FROM tenant"
    }
}

extension Tenant {
    init(_ row: Row) throws {
        self.init(
            id: try row.tenant(0), subdomain: try row.text(1), name: try row.text(2), customerNumber: try row.text(3),
            timezone: try row.text(4), country: try row.text(5), createdAt: try row.instant(6))
    }
}
