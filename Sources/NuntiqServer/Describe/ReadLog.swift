import HTTPTypes
import Synchronization

/// What handlers read of a request, noted for the test that holds the descriptions of routes equal to it.
///
/// A node has one only where a test gives it one.
public final class ReadLog: Sendable {
    /// Where a value stands.
    public enum Place: String, Sendable {
        case query, header, body
    }

    /// A value that was asked for, whether it was there or not.
    public struct Read: Sendable, Hashable {
        /// Where it stands.
        public let place: Place
        /// Its name; in a body its path, with `[]` for any index.
        public let name: String
    }

    /// The log of the request that is being answered.
    @TaskLocal static var current: ReadLog?

    private let reads = Mutex<Set<Read>>([])

    /// An empty log.
    public init() {}

    /// What was read since the last call.
    public func take() -> Set<Read> {
        reads.withLock { reads in
            defer { reads = [] }
            return reads
        }
    }

    func note(_ place: Place, _ name: String) {
        _ = reads.withLock { $0.insert(Read(place: place, name: name.replacing(/\[\d+\]/, with: "[]"))) }
    }
}
