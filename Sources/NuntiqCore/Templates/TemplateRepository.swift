import NuntiqModel
public import NuntiqStore

/// The rows of table `template`.
public struct TemplateRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
    }

    /// A version of a template; a row that says nothing is the standard one.
    func template(_ tenant: TenantID, id: Int64, version: Int64) throws -> FieldTemplate {
        let rows = try tx.query(
            "SELECT fields FROM template WHERE tenant = ? AND id = ? AND version = ?", [tenant, id, version])
        guard let text = try rows.first?.text(0), text != "{}" else { return .standard }
        return try JSONCoder.decode(FieldTemplate.self, from: JSONValue.parse(text, limits: .trusted))
    }

    /// Writes version 1 of the standard template and gives its id.
    func insertStandard(_ tenant: TenantID) throws -> Int64 {
        let id = try tx.newID()
        try tx.execute(
            "INSERT INTO template (tenant, id, version, name, fields, created_at) VALUES (?, ?, 1, 'Standard', ?, ?)",
            [tenant, id, "{}", tx.now])
        return id
    }
}
