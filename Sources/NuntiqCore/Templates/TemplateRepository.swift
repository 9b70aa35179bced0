import NuntiqModel
public import NuntiqStore

/// The rows of table `template`.
public struct TemplateRepository {
    let tx: any Transaction

    /// Works within a transaction.
    public init(_ tx: any Transaction) {
        self.tx = tx
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
