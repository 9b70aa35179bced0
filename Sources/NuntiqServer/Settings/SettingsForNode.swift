public import Logging
import NuntiqCore
import NuntiqMail
import NuntiqStore

extension ServerConfiguration {
    /// What the settings tell a node.
    public init(_ settings: Settings, hasWorker: Bool) {
        self.init()
        host = settings.host
        port = settings.port
        isDevelopment = settings.mode == .development
        api = settings.api
        portal = PortalAddress(scheme: settings.api.scheme, domain: settings.portalDomain)
        mailExit = settings.mailExit
        mailSender = settings.mailFrom.flatMap(MailAddress.init)
        rateLimit = settings.rateLimit
        trustedProxies = settings.trustedProxies
        metricsToken = settings.metricsToken
        assets = settings.assets
        passwordCost = PasswordHash.Cost(logarithm: settings.passwordCost)
        connectorFolder = settings.connectors
        self.hasWorker = hasWorker
    }
}

extension Settings {
    /// Who takes our mail: on a developer's machine the mailbox page, in production nobody until a server is named.
    fileprivate var mailExit: MailSettings.Exit {
        if let server = smtpURL.flatMap(SMTPServer.init) { return .server(SMTPTransport(server)) }
        return switch mode {
        case .development: .capture
        case .production: .hold
        }
    }

    /// A logger of the program, which writes to standard error.
    public func logger(_ installation: Installation) -> Logger {
        let environment = installation.environment
        let handler = LineLogHandler(
            format: logFormat, level: logLevel, now: { environment.now(nil) })
        return Logger(label: "nuntiq") { _ in handler }
    }

    /// Refuses demo data where real data is.
    public func allowDemo() throws(SettingsError) {
        guard mode == .production else { return }
        throw .refused(
            message: "A production installation takes no demo data (--demo).",
            hint: "Leave --demo out, or set NUNTIQ_ENV=development on a machine without real data.")
    }

    /// Refuses a node that only works where nobody else may write.
    public func allowWorker() throws(SettingsError) {
        guard case .embedded = database else { return }
        throw .refused(
            message: "A worker of its own needs PostgreSQL; on SQLite `nuntiq serve` has the worker inside.",
            hint: "Set NUNTIQ_DATABASE_URL=postgres://…")
    }
}
