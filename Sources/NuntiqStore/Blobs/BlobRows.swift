public import NuntiqModel

/// Table `blob`: which files of a tenant are named by rows, and when each was last put.
public enum BlobRows {
    /// Records files that the same transaction names.
    ///
    /// `last_put_at` moves with every re-use, so that a clean-up which has just found a file unused cannot win against
    /// a transaction that uses it again.
    public static func record(_ tx: any Transaction, _ tenant: TenantID, _ files: [BlobReference]) throws {
        for file in Set(files).sorted(by: { $0.hash.bytes.lexicographicallyPrecedes($1.hash.bytes) }) {
            try tx.execute(
                """
                INSERT INTO blob (tenant, hash, size, last_put_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant, hash) DO UPDATE SET last_put_at = excluded.last_put_at
                """,
                [tenant, file.hash, file.size, tx.now]
            )
        }
    }

    /// Whether a row names the file.
    public static func exists(_ tx: any Transaction, _ tenant: TenantID, _ hash: BlobHash) throws -> Bool {
        try !tx.query("SELECT 1 FROM blob WHERE tenant = ? AND hash = ?", [tenant, hash]).isEmpty
    }

    /// Up to `limit` recorded files of all tenants after `cursor`, in the order of the key; for checks and backups.
    public static func list(
        _ tx: any Transaction, after cursor: (TenantID, BlobHash)?, limit: Int
    ) throws -> [(tenant: TenantID, file: BlobReference)] {
        try tx.query(
            "SELECT tenant, hash, size FROM blob WHERE (tenant, hash) > (?, ?) ORDER BY tenant, hash LIMIT ?",
            [cursor?.0 ?? TenantID(rawValue: .min), cursor?.1.bytes ?? [], limit]
        ).map { (try $0.tenant(0), BlobReference(hash: try $0.blobHash(1), size: try $0.int(2))) }
    }
}
