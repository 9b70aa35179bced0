/// Where an installation's files are.
public enum BlobLocation: Sendable, Hashable {
    /// A folder, made when it is missing.
    case folder(String)
    /// A bucket; long files wait in `spool` while they arrive.
    case bucket(S3Location, spool: String)

    /// Reads `NUNTIQ_BLOB_URL`: empty means `blobs` in the data folder.
    /// - Throws: ``BlobError/misconfigured(_:)`` with one line for the operator.
    public init(url: String, dataFolder: String, variables: [String: String]) throws {
        self =
            url.isEmpty
            ? .folder("\(dataFolder)/blobs")
            : .bucket(try S3Location(url: url, variables: variables), spool: "\(dataFolder)/spool")
    }

    /// Opens the store.
    /// - Throws: ``BlobError/unavailable(reason:)`` when a folder cannot be written.
    public func open(environment: RuntimeEnvironment) async throws -> any BlobStore {
        switch self {
        case .folder(let root):
            try await FolderBlobStore.open(root: root, environment: environment)
        case .bucket(let location, let spool):
            try await S3BlobStore.open(location, spoolFolder: spool, environment: environment)
        }
    }
}
