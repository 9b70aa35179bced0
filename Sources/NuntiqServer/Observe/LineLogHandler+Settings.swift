import Logging
public import NuntiqModel

extension LineLogHandler {
    /// A handler as the settings want it, for `LoggingSystem.bootstrap` in the executable.
    public init(_ settings: Settings, now: @escaping @Sendable () -> Instant) {
        let format: Format =
            switch settings.logFormat {
            case .human: .human
            case .json: .json
            }
        self.init(format: format, level: settings.logLevel, now: now)
    }
}
