internal import AsyncHTTPClient
public import NIOCore

/// The bytes of a file, or a part of it, in chunks of at most a few hundred kilobytes; read once.
public struct BlobBody: AsyncSequence, Sendable {
    /// How many bytes will come.
    public let count: Int64
    let source: Source

    enum Source: Sendable {
        case nothing
        case file(FileChunks)
        case response(HTTPClientResponse.Body)
    }

    static let empty = BlobBody(count: 0, source: .nothing)

    /// Begins to read.
    public func makeAsyncIterator() -> Iterator {
        switch source {
        case .nothing: Iterator(base: .nothing)
        case .file(let chunks): Iterator(base: .file(chunks))
        case .response(let body): Iterator(base: .response(body.makeAsyncIterator()))
        }
    }

    /// Reads chunk by chunk.
    public struct Iterator: AsyncIteratorProtocol {
        enum Base {
            case nothing
            case file(FileChunks)
            case response(HTTPClientResponse.Body.AsyncIterator)
        }
        var base: Base

        /// The next chunk, `nil` at the end.
        public mutating func next() async throws -> ByteBuffer? {
            switch base {
            case .nothing:
                return nil
            case .file(let chunks):
                return try await chunks.next()
            case .response(var iterator):
                defer { base = .response(iterator) }
                return try await iterator.next()
            }
        }
    }
}
