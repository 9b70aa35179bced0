public import NuntiqCore
public import NuntiqStore

/// What an installation keeps and knows: rows, files, secrets, time.
///
/// Opened by a server, a worker or a command, on this node or another; closed by who opened it.
public struct Installation: Sendable {
    /// The rows.
    public let database: any Database
    /// The files.
    public let blobs: any BlobStore
    /// What is derived from the master key.
    public let secrets: Secrets
    /// Time and chance.
    public let environment: RuntimeEnvironment
    /// How far the clock is moved; `nil` where a test turns the clock itself.
    public let clockOffset: ClockOffset?

    /// Puts together what was opened.
    public init(
        database: any Database, blobs: any BlobStore, secrets: Secrets, environment: RuntimeEnvironment,
        clockOffset: ClockOffset? = nil
    ) {
        self.database = database
        self.blobs = blobs
        self.secrets = secrets
        self.environment = environment
        self.clockOffset = clockOffset
    }

    /// Closes files and rows, in this order.
    public func close() async throws {
        try await blobs.close()
        await database.close()
    }
}
