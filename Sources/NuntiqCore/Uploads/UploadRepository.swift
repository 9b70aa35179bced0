internal import NuntiqModel
internal import NuntiqStore

/// Rows of `upload`.
struct UploadRepository {
    let tx: any Transaction

    func insert(_ upload: Upload, _ tenant: TenantID, account: Int64) throws {
        try tx.execute(
            """
            INSERT INTO upload (tenant, token, account, file_name, content_type, size, blob, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                tenant, upload.token, account, upload.fileName, upload.contentType, upload.file.size, upload.file.hash,
                upload.createdAt,
            ])
    }

    /// Those of the tokens that are uploads of the account and not out of date (primary key).
    func find(_ tenant: TenantID, account: Int64, _ tokens: Set<Token>) throws -> [Token: Upload] {
        if tokens.isEmpty { return [:] }
        let list = tx.dialect.among(tokens)
        let rows = try tx.query(
            """
            SELECT token, file_name, content_type, size, blob, created_at FROM upload
            WHERE tenant = ? AND account = ? AND created_at > ? AND token \(list.sql)
            """,
            [tenant, account, tx.now - Upload.kept] + list.values)
        let uploads = try rows.map { row in
            Upload(
                token: try row.token(0), fileName: try row.text(1), contentType: try row.text(2),
                file: BlobReference(hash: try row.blobHash(4), size: try row.int(3)), createdAt: try row.instant(5))
        }
        return Dictionary(uploads.map { ($0.token, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
