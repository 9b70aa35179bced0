import Hummingbird
import NIOCore

/// The chunks of a body, up to a number of bytes, from a client that does not dawdle.
///
/// - Throws: ``RequestError/bodyTooLarge(bytesMax:)``; ``RequestError/bodyTooSlow`` when we have waited for the client
///   for longer than ``graceSeconds`` and it sent less than ``bytesPerSecondMin`` since. Time that we take counts for
///   nothing. A client that sends nothing at all for longer loses its connection.
struct BoundedBody: AsyncSequence, Sendable {
    static let graceSeconds = 30.0
    static let bytesPerSecondMin = 1_024.0

    let base: RequestBody
    let bytesMax: Int
    let monotonic: @Sendable () -> ContinuousClock.Instant

    struct AsyncIterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        let bytesMax: Int
        let monotonic: @Sendable () -> ContinuousClock.Instant
        private var count = 0
        private var waited = Duration.zero

        init(_ body: BoundedBody) {
            base = body.base.makeAsyncIterator()
            bytesMax = body.bytesMax
            monotonic = body.monotonic
        }

        mutating func next() async throws -> ByteBuffer? {
            let start = monotonic()
            guard let chunk = try await base.next() else { return nil }
            waited += monotonic() - start
            count += chunk.readableBytes
            guard count <= bytesMax else { throw RequestError.bodyTooLarge(bytesMax: bytesMax) }
            guard isFastEnough else { throw RequestError.bodyTooSlow }
            return chunk
        }

        private var isFastEnough: Bool {
            let seconds = waited / .seconds(1)
            let expected = (seconds - BoundedBody.graceSeconds) * BoundedBody.bytesPerSecondMin
            return Double(count) >= expected
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(self)
    }
}
