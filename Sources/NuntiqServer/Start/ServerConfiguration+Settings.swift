import NuntiqCore

extension ServerConfiguration {
    /// What the settings say; `hasWorker` is false with `--no-worker`.
    public init(_ settings: Settings, hasWorker: Bool = true) throws(SettingsError) {
        self.init()
        guard let api = APIAddress(settings.apiURL) else {
            throw .refused(
                message: "\(settings.apiURL) is no address of an API.", hint: "One is https://api.example.com/api.")
        }
        self.api = api
        host = settings.host
        port = settings.port
        isDevelopment = settings.mode == .development
        portal = PortalAddress(scheme: settings.portalScheme, domain: settings.portalDomain)
        rateLimit = settings.rateLimit
        self.hasWorker = hasWorker
    }
}
