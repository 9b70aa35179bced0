public import NuntiqCore
public import NuntiqMail

/// What a node of the server is told from outside; every value is checked before it comes here.
public struct ServerConfiguration: Sendable {
    /// The address to listen at.
    public var host = "127.0.0.1"
    /// The port to listen at; 0 lets the system choose.
    public var port = 8080
    /// Whether this is a developer's machine: `/dev/*` exists, HTTPS is not demanded.
    public var isDevelopment = true
    /// The public address of the API.
    public var api = APIAddress.local(port: 8080)
    /// Where the tenants' portals are.
    public var portal = PortalAddress(scheme: "http", domain: "localhost:8080")
    /// A folder whose templates and files of pages are read in place of those in the program; development only.
    public var assets: String?
    /// Who takes our mail.
    public var mailExit = MailSettings.Exit.capture
    /// The address our mail comes from; `nil`: `no-reply@` the portals' domain.
    public var mailSender: MailAddress?
    /// How fast one key may call.
    public var rateLimit = Settings.RateLimit.standard
    /// The proxies whose word about the caller's address is taken.
    public var trustedProxies = TrustedProxies.none
    /// What opens `/metrics` from elsewhere than this machine; `nil`: nothing.
    public var metricsToken: String?
    /// How hard new passwords are to try.
    public var passwordCost = PasswordHash.Cost.standard
    /// The operator's folder of connectors, for the pages that offer them.
    public var connectorFolder: String?
    /// How this node runs connectors; `nil`: it runs none.
    public var runner: RunnerConfiguration?
    /// Whether this node works off what is due beside answering requests.
    public var hasWorker = true
    /// Large bodies hold at most so much memory for one tenant while they are received.
    public var tenantBytesInFlightMax = 128 * 1024 * 1024
    /// Large bodies hold at most so much memory on this node while they are received.
    public var nodeBytesInFlightMax = 512 * 1024 * 1024
    /// From so long a wait for the writer on, requests that write are refused before their body is read.
    public var writeDelayMax = Duration.seconds(2)
    /// A connection on which nothing comes for so long, and nothing is being answered, is closed.
    public var idleMax = Duration.seconds(30)
    /// A graceful stop takes at most so long.
    public var stopMax = Duration.seconds(30)

    /// The defaults of development.
    public init() {}
}
