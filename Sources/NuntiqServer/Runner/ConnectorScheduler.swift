import Logging
import NuntiqCore
import ServiceLifecycle

/// Looks every second for instances of connectors whose time has come.
struct ConnectorScheduler: Service {
    let schedule: ConnectorSchedule
    let logger: Logger

    private static let lookInterval = Duration.seconds(1)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await schedule.queueDue()
                } catch {
                    logger.error("cannot queue connectors", metadata: ["error": "\(error)"])
                }
                do { try await Task.sleep(for: Self.lookInterval) } catch { return }
            }
        }
    }
}
