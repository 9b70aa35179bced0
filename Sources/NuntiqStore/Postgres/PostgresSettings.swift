/// How many connections a node holds, and the bounds of its queues.
public struct PostgresSettings: Sendable {
    /// Connections that write.
    public var writers: Int
    /// Connections that read, so that a read never waits for a writer.
    public var readers: Int

    /// By default eight writers and four readers; one more connection listens.
    public init(writers: Int = 8, readers: Int = 4) {
        self.writers = writers
        self.readers = readers
    }

    /// Jobs that share one commit at most.
    static let groupMax = 64
    /// Writes, and reads, that may wait.
    static let waitingMax = 4_096
    /// The oldest server that is supported.
    static let versionMin: Int32 = 150_000
}
