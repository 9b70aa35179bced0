/// What a node of the server is told from outside; every value is checked before it comes here.
public struct ServerConfiguration: Sendable {
    /// The address to listen at.
    public var host = "127.0.0.1"
    /// The port to listen at; 0 lets the system choose.
    public var port = 8080
    /// Whether this is a developer's machine: `/dev/*` exists, no HSTS.
    public var isDevelopment = true
    /// The public address of the API, whose path is the root of its routes.
    public var apiURL = "http://localhost:8080/api"
    /// The domain below which each tenant has its portal, with a port where it is not the scheme's.
    public var portalDomain = "localhost:8080"
    /// Requests a second per partner key; `nil` for no limit.
    public var rateLimit: Int? = 200

    /// The defaults of development.
    public init() {}

    /// The path part of ``apiURL``, without a slash at its end.
    var apiRoot: String {
        let rest = apiURL.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).last ?? ""
        let path = rest.firstIndex(of: "/").map { rest[$0...] } ?? ""
        return String(path.last == "/" ? path.dropLast() : path)
    }
}
