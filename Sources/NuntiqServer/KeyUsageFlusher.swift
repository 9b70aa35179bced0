import Logging
import NuntiqCore
import ServiceLifecycle

/// Writes every few seconds, and at the end, when and from where keys were used.
struct KeyUsageFlusher: Service {
    let usage: KeyUsage
    let logger: Logger

    static let interval = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: Self.interval)) != nil { await flush() }
        }
        await flush()
    }

    private func flush() async {
        do {
            try await usage.flush()
        } catch {
            logger.warning("key usage not written, kept for later", metadata: ["cause": "\(error)"])
        }
    }
}
