public import NuntiqModel
public import NuntiqStore

/// The rows of table `template`.
public struct TemplateRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// The newest version of a template, the one that new invoices take.
    public func newest(_ tenant: TenantID, _ id: Int64) throws -> StoredTemplate? {
        try tx.query("\(select) AND id = ? ORDER BY version DESC LIMIT 1", [tenant, id])
            .first.map(StoredTemplate.init)
    }

    /// The newest version of every template of the tenant, the oldest first.
    public func all(_ tenant: TenantID) throws -> [StoredTemplate] {
        let rows = try tx.query("\(select) ORDER BY id, version DESC", [tenant]).map(StoredTemplate.init)
        var seen: Set<Int64> = []
        return rows.filter { seen.insert($0.id).inserted }
    }

    /// One version of a template, the one that an invoice was read with.
    public func find(_ tenant: TenantID, _ id: Int64, version: Int64) throws -> StoredTemplate? {
        try tx.query("\(select) AND id = ? AND version = ?", [tenant, id, version])
            .first.map(StoredTemplate.init)
    }

    /// Writes version 1 of the standard template and gives its id.
    func insertStandard(_ tenant: TenantID) throws -> Int64 {
        let id = try tx.newID()
        try tx.execute(
            "INSERT INTO template (tenant, id, version, name, fields, created_at) VALUES (?, ?, 1, 'Standard', ?, ?)",
            [tenant, id, JSONCoder.encode(FieldTemplate.standard).serialized(), tx.now])
        return id
    }

    private var select: String { "SELECT id, version, name, fields FROM template WHERE tenant = ?" }
}

extension StoredTemplate {
    init(_ row: Row) throws {
        self.init(
            id: try row.int(0), version: try row.int(1), name: try row.text(2),
            fields: try JSONCoder.decode(FieldTemplate.self, from: JSONValue.parse(row.text(3), limits: .trusted)))
    }
}
