internal import ServiceLifecycle

/// Joins what may wake a service into one stream; wakes that come while it is busy count as one.
final class WakeUp: Sendable {
    let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func wake() {
        continuation.yield()
    }

    func end() {
        continuation.finish()
    }

    /// Wakes with each element until the source or the service ends.
    func follow(_ source: AsyncStream<Void>) async {
        for await _ in source.cancelOnGracefulShutdown() { wake() }
        end()
    }

    /// Wakes now and after every `interval` until the service ends.
    func tick(every interval: Duration) async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                self.wake()
                do { try await Task.sleep(for: interval) } catch { return }
            }
        }
    }
}
