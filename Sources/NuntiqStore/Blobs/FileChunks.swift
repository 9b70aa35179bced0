internal import Glibc
internal import NIOConcurrencyHelpers
internal import NIOCore
internal import NIOPosix

/// Reads a part of a file piece by piece on the file threads; closes it when the last reader lets go.
final class FileChunks: Sendable {
    private static let chunkBytesMax = 256 << 10

    private let descriptor: CInt
    private let end: Int64
    private let threads: NIOThreadPool
    private let position: NIOLockedValueBox<Int64>

    /// Takes over `descriptor`.
    init(descriptor: CInt, range: Range<Int64>, threads: NIOThreadPool) {
        self.descriptor = descriptor
        self.end = range.upperBound
        self.threads = threads
        self.position = NIOLockedValueBox(range.lowerBound)
    }

    deinit {
        _ = Glibc.close(descriptor)
    }

    func next() async throws -> ByteBuffer? {
        let start = position.withLockedValue { $0 }
        let count = min(Int64(Self.chunkBytesMax), end - start)
        guard count > 0 else { return nil }
        let chunk = try await threads.runIfActive { [self] in try read(at: start, count: Int(count)) }
        position.withLockedValue { $0 += Int64(chunk.readableBytes) }
        return chunk
    }

    private func read(at start: Int64, count: Int) throws -> ByteBuffer {
        var chunk = ByteBufferAllocator().buffer(capacity: count)
        let got = try chunk.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { target in
            try SystemCall.bytes { pread(descriptor, target.baseAddress, count, off_t(start)) }
        }
        guard got > 0 else { throw BlobError.unavailable(reason: "The file ends before its length.") }
        return chunk
    }
}
