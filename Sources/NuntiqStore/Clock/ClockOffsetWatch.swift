public import Logging
public import ServiceLifecycle

/// Reads the shared ``ClockOffset`` each second, so that a flag given to one node moves all of them.
public struct ClockOffsetWatch: Service {
    private let offset: ClockOffset
    private let database: any Database
    private let logger: Logger

    /// Watches the offset stored in `database`.
    public init(_ offset: ClockOffset, database: any Database, logger: Logger) {
        self.offset = offset
        self.database = database
        self.logger = logger
    }

    /// Runs until shutdown; an unreachable database leaves the last value.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while (try? await Task.sleep(for: .seconds(1))) != nil {
                do {
                    try await offset.load(from: database)
                } catch {
                    logger.debug("clock offset not read", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
