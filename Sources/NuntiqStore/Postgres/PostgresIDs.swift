import Synchronization

/// Ids for new rows from a block that this node took of the installation's sequence.
final class PostgresIDs: Sendable {
    private static let blockSize: Int64 = 1_000
    private let left = Mutex<Range<Int64>>(0..<0)

    /// Takes a block; sequences never give a number twice, also not after a rollback.
    static let nextBlock = "SELECT nextval('id_block')"

    /// The next id of the block; `nil` when it is used up.
    func next() -> Int64? {
        left.withLock { left in
            guard let id = left.first else { return nil }
            left = left.dropFirst()
            return id
        }
    }

    /// Goes on with block `number`, and answers its first id.
    func begin(block number: Int64) -> Int64 {
        let first = number * Self.blockSize
        left.withLock { $0 = first + 1..<first + Self.blockSize }
        return first
    }
}
