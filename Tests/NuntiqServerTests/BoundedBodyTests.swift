import Hummingbird
import NIOCore
import Synchronization
import Testing

@testable import NuntiqServer

@Suite
struct BoundedBodyTests {
    @Test func `a client that sends a byte a second is told so`() async throws {
        let body = body(chunks: 100, bytes: 1, secondsEach: 1)
        await #expect(throws: RequestError.self) { for try await _ in body {} }
    }

    @Test func `a slow line is no dawdling`() async throws {
        let body = body(chunks: 100, bytes: 2_048, secondsEach: 1)
        var count = 0
        for try await chunk in body { count += chunk.readableBytes }
        #expect(count == 204_800)
    }

    @Test func `half a minute is anyone's`() async throws {
        let body = body(chunks: 30, bytes: 1, secondsEach: 1)
        for try await _ in body {}
    }

    /// A body whose every chunk lets the clock run on while we wait for it.
    private func body(chunks: Int, bytes: Int, secondsEach: Int64) -> BoundedBody {
        let start = ContinuousClock.now
        let seconds = Seconds()
        let stream = AsyncStream<ByteBuffer> {
            guard seconds.count < chunks * Int(secondsEach) else { return nil }
            seconds.pass(Int(secondsEach))
            return ByteBuffer(repeating: 0, count: bytes)
        }
        return BoundedBody(
            base: RequestBody(asyncSequence: stream), bytesMax: 1 << 20, monotonic: { start + .seconds(seconds.count) })
    }

    private final class Seconds: Sendable {
        private let passed = Atomic<Int>(0)

        var count: Int { passed.load(ordering: .sequentiallyConsistent) }

        func pass(_ count: Int) {
            passed.add(count, ordering: .sequentiallyConsistent)
        }
    }
}
