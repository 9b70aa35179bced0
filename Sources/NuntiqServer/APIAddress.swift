/// The public address of the API, such as `https://api.apreceiving.com/api`.
public struct APIAddress: Sendable, Hashable {
    /// `https` in production, `http` on the own machine.
    public let scheme: String
    /// The host, with a port where it is not the scheme's own.
    public let authority: String
    /// The path at which the API's routes stand, without a slash at its end: `/api`.
    public let root: String

    /// Takes an address of the form `scheme://host[:port][/path]`; `nil` for anything else.
    public init?(_ url: String) {
        guard let separator = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<separator.lowerBound].lowercased()
        let rest = url[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        let path = rest.dropFirst(authority.count)
        guard ["http", "https"].contains(scheme), !authority.isEmpty, !rest.contains("?"), !rest.contains("#") else {
            return nil
        }
        self.scheme = scheme
        self.authority = String(authority)
        root = String(path.last == "/" ? path.dropLast() : path)
    }

    /// Where a local `serve` has it.
    public static func local(port: Int) -> APIAddress {
        APIAddress(scheme: "http", authority: "localhost:\(port)", root: "/api")
    }

    private init(scheme: String, authority: String, root: String) {
        self.scheme = scheme
        self.authority = authority
        self.root = root
    }

    /// The whole address.
    public var url: String { "\(scheme)://\(authority)\(root)" }
}
