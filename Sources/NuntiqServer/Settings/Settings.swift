public import Logging

/// What a process of Nuntiq was told from outside, checked: every value is what it has to be.
///
/// A value comes from a flag, else from the environment (`NUNTIQ_…`), else from the settings file, else it is the
/// default. ``EffectiveSetting`` tells where each came from.
public struct Settings: Sendable {
    /// What a process is started for.
    public enum Mode: String, Sendable, Hashable, CaseIterable {
        /// Real data.
        case production
        /// A developer's machine: `/dev/*`, demo data, a clock that may be moved.
        case development
    }

    /// Where the rows are.
    public enum DatabaseChoice: Sendable, Hashable {
        /// SQLite in the data folder.
        case embedded
        /// PostgreSQL at that URL.
        case postgres(url: String)
    }

    /// Where the files are.
    public enum BlobChoice: Sendable, Hashable {
        /// A folder in the data folder.
        case folder
        /// An S3-compatible bucket at that URL.
        case bucket(url: String)
    }

    /// How fast one key may call.
    public enum RateLimit: Sendable, Hashable {
        /// 200 requests a second for partner keys, 2 000 for API users.
        case standard
        /// So many requests a second, for every key.
        case perSecond(Int)
        /// As fast as it can.
        case off
    }

    /// `NUNTIQ_ENV`.
    public let mode: Mode
    /// `NUNTIQ_DATA`: the data folder.
    public let data: String
    /// `NUNTIQ_HOST`: the address to listen at.
    public let host: String
    /// `NUNTIQ_PORT`: the port to listen at; 0 lets the system choose.
    public let port: Int
    /// `NUNTIQ_DATABASE_URL`.
    public let database: DatabaseChoice
    /// `NUNTIQ_BLOB_URL`.
    public let blobs: BlobChoice
    /// `NUNTIQ_API_URL`: the public address of the API.
    public let api: APIAddress
    /// `NUNTIQ_PORTAL_DOMAIN`: what follows the subdomain in the address of a tenant's portal.
    public let portalDomain: String
    /// `NUNTIQ_RECEIVING_DOMAIN`: what follows the subdomain in the address of a tenant's inbox.
    public let receivingDomain: String
    /// `NUNTIQ_SMTP_URL`: the server that takes our mail; without one mail is captured.
    public let smtpURL: String?
    /// `NUNTIQ_MAIL_FROM`: the address our mail comes from.
    public let mailFrom: String?
    /// `NUNTIQ_LMTP_PORT`: the port at which mail arrives; without one none does.
    public let lmtpPort: Int?
    /// `NUNTIQ_SECRET_FILE`: the file of the master key.
    public let secretFile: String
    /// `NUNTIQ_LOG_FORMAT`.
    public let logFormat: LineLogHandler.Format
    /// `NUNTIQ_LOG_LEVEL`.
    public let logLevel: Logger.Level
    /// `NUNTIQ_RATE_LIMIT`.
    public let rateLimit: RateLimit
    /// `NUNTIQ_TRUSTED_PROXIES`: whose `X-Forwarded-For` is taken.
    public let trustedProxies: TrustedProxies
    /// `NUNTIQ_METRICS_TOKEN`: opens `/metrics` from elsewhere than this machine.
    public let metricsToken: String?
    /// `NUNTIQ_PASSWORD_COST`: the base-2 logarithm of scrypt's N.
    public let passwordCost: Int
    /// `NUNTIQ_CONNECTORS`: the operator's folder of connectors; a node without one runs none.
    public let connectors: String?
    /// `NUNTIQ_CONNECTOR_RUNS`: so many runs of connectors go on at a time on this node.
    public let connectorRuns: Int
    /// `NUNTIQ_CONNECTOR_USER`: where the node is root, a run has this user id or one of those after it.
    public let connectorUser: Int
    /// `NUNTIQ_CLOCK_OFFSET`: how far the installation's clock is to be moved; `nil` leaves it as it is.
    public let clockOffset: Duration?
    /// `NUNTIQ_ASSETS`: a folder whose templates and files of pages are read in place of those in the program.
    public let assets: String?
    /// The variables `AWS_…`, with which a bucket is opened.
    public let cloudVariables: [String: String]
    /// Every setting with its source, in the order of ``SettingName``.
    public let effective: [EffectiveSetting]
    /// What to tell whoever started the process: names nobody knows.
    public let warnings: [String]
}

/// One setting as it is in force.
public struct EffectiveSetting: Sendable, Hashable {
    /// Which one.
    public let name: SettingName
    /// Its value with secrets hidden; empty when it is unset.
    public let shownValue: String
    /// Where it came from.
    public let source: SettingSource
}

/// Where a value came from.
public enum SettingSource: Sendable, Hashable, CustomStringConvertible {
    /// A flag of the command.
    case flag
    /// A variable of the environment.
    case environment
    /// The settings file.
    case file(String)
    /// Nobody said anything.
    case standard

    /// `flag`, `environment`, `file PATH` or `default`.
    public var description: String {
        switch self {
        case .flag: "flag"
        case .environment: "environment"
        case .file(let path): "file \(path)"
        case .standard: "default"
        }
    }
}
