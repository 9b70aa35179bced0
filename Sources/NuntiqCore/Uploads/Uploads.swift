internal import NuntiqModel
public import NuntiqStore

/// Takes files that a later import will name.
public struct Uploads: Sendable {
    let database: any Database
    let environment: RuntimeEnvironment
    let blobs: any BlobStore

    /// Works on a database and a file store.
    public init(database: any Database, environment: RuntimeEnvironment, blobs: any BlobStore) {
        self.database = database
        self.environment = environment
        self.blobs = blobs
    }

    /// Begins to receive a file.
    public func intake(for principal: Principal) -> UploadIntake {
        UploadIntake(tenant: principal.tenant, blobs: blobs)
    }

    /// Gives a file its token, by which its owner's imports may name it for ``Upload/kept``, as often as they like.
    public func store(_ received: ReceivedUpload, by principal: Principal) async throws -> Upload {
        let token = Token.version7(at: environment.now(nil), random: environment.random(8))
        return try await database.write { tx in
            let upload = Upload(
                token: token, fileName: received.fileName, contentType: received.contentType, file: received.file,
                createdAt: tx.now)
            try BlobRows.record(tx, principal.tenant, [received.file])
            try UploadRepository(tx: tx).insert(upload, principal.tenant, account: principal.id)
            return upload
        }
    }
}
