import ArgumentParser
import NuntiqServer

/// How a node serves.
struct ServingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Port to listen at; 0 lets the system choose (NUNTIQ_PORT).", valueName: "port"))
    var port: String?
    @Option(help: ArgumentHelp("Address to listen at (NUNTIQ_HOST).", valueName: "address")) var host: String?
    @Option(
        name: .customLong("api-url"),
        help: ArgumentHelp("Public address of the API (NUNTIQ_API_URL).", valueName: "url"))
    var apiURL: String?
    @Option(
        name: .customLong("portal-domain"),
        help: ArgumentHelp("Domain of the tenants' portals (NUNTIQ_PORTAL_DOMAIN).", valueName: "domain"))
    var portalDomain: String?
    @Option(
        name: .customLong("smtp-url"),
        help: ArgumentHelp("Server that takes our mail (NUNTIQ_SMTP_URL).", valueName: "url"))
    var smtpURL: String?
    @Option(
        name: .customLong("mail-from"),
        help: ArgumentHelp("Address our mail comes from (NUNTIQ_MAIL_FROM).", valueName: "email"))
    var mailFrom: String?
    @Option(
        name: .customLong("lmtp-port"),
        help: ArgumentHelp("Port at which mail arrives (NUNTIQ_LMTP_PORT).", valueName: "port"))
    var lmtpPort: String?
    @Option(
        name: .customLong("rate-limit"),
        help: ArgumentHelp("Requests a second per key, or off (NUNTIQ_RATE_LIMIT).", valueName: "number"))
    var rateLimit: String?
    @Option(
        name: .customLong("trusted-proxies"),
        help: ArgumentHelp(
            "Proxies whose X-Forwarded-For is taken, such as 10.0.0.0/8 (NUNTIQ_TRUSTED_PROXIES).",
            valueName: "addresses"))
    var trustedProxies: String?
    @Option(
        name: .customLong("metrics-token"),
        help: ArgumentHelp("Opens /metrics from other machines (NUNTIQ_METRICS_TOKEN).", valueName: "token"))
    var metricsToken: String?
    @Option(
        name: .customLong("password-cost"),
        help: ArgumentHelp("How hard passwords are to try, 4 to 16 (NUNTIQ_PASSWORD_COST).", valueName: "logarithm"))
    var passwordCost: String?
    @Option(
        name: .customLong("log-format"), help: ArgumentHelp("human or json (NUNTIQ_LOG_FORMAT).", valueName: "format"))
    var logFormat: String?
    @Option(
        name: .customLong("log-level"),
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical (NUNTIQ_LOG_LEVEL).", valueName: "level"))
    var logLevel: String?
    @Option(help: ArgumentHelp("Folder of connectors to run (NUNTIQ_CONNECTORS).", valueName: "folder"))
    var connectors: String?
    @Option(
        name: .customLong("connector-runs"),
        help: ArgumentHelp("Runs of connectors at a time (NUNTIQ_CONNECTOR_RUNS).", valueName: "number"))
    var connectorRuns: String?
    @Option(
        name: .customLong("connector-user"),
        help: ArgumentHelp("First user id of runs, where root serves (NUNTIQ_CONNECTOR_USER).", valueName: "number"))
    var connectorUser: String?
    @Option(
        name: .customLong("clock-offset"),
        help: ArgumentHelp("Move the clock, development only: 62d, -3h, 0 (NUNTIQ_CLOCK_OFFSET).", valueName: "time"))
    var clockOffset: String?
    @Option(
        name: .customLong("assets"),
        help: ArgumentHelp("Folder of templates to work on, development only (NUNTIQ_ASSETS).", valueName: "folder"))
    var assets: String?

    /// What was given, for ``InstallationOptions/settings(_:)``.
    var flags: [SettingName: String] {
        [
            .port: port, .host: host, .apiURL: apiURL, .portalDomain: portalDomain, .smtpURL: smtpURL,
            .mailFrom: mailFrom, .lmtpPort: lmtpPort, .rateLimit: rateLimit, .trustedProxies: trustedProxies,
            .metricsToken: metricsToken, .passwordCost: passwordCost, .logFormat: logFormat,
            .connectors: connectors, .connectorRuns: connectorRuns, .connectorUser: connectorUser,
            .logLevel: logLevel, .clockOffset: clockOffset, .assets: assets,
        ].compactMapValues(\.self)
    }
}
