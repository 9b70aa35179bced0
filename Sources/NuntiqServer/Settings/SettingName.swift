/// Every setting there is; the raw value is its name in the settings file.
public enum SettingName: String, Sendable, Hashable, CaseIterable {
    case mode = "env"
    case data
    case host
    case port
    case databaseURL = "database_url"
    case blobURL = "blob_url"
    case apiURL = "api_url"
    case portalDomain = "portal_domain"
    case receivingDomain = "receiving_domain"
    case smtpURL = "smtp_url"
    case mailFrom = "mail_from"
    case lmtpPort = "lmtp_port"
    case secretFile = "secret_file"
    case logFormat = "log_format"
    case logLevel = "log_level"
    case rateLimit = "rate_limit"
    case trustedProxies = "trusted_proxies"
    case metricsToken = "metrics_token"
    case passwordCost = "password_cost"
    case connectors
    case connectorRuns = "connector_runs"
    case connectorUser = "connector_user"
    case clockOffset = "clock_offset"
    case assets

    /// Its name in the environment.
    public var environmentName: String {
        "NUNTIQ_" + rawValue.uppercased()
    }

    /// Its name as a flag.
    public var flagName: String {
        "--" + String(rawValue.map { $0 == "_" ? "-" : $0 })
    }

    /// Whether its whole value is a secret, not only a password in it.
    var isSecret: Bool { self == .metricsToken }

    /// Names of the environment that clients of Nuntiq use, and no setting of ours.
    static let clientNames = ["NUNTIQ_API_KEY", "NUNTIQ_ROTATION_SECRET"]
}
