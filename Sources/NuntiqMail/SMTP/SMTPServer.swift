internal import Foundation

/// The mail server that takes our mail, and how it is spoken to.
public struct SMTPServer: Sendable, Hashable {
    /// How the connection is protected.
    public enum Protection: Sendable, Hashable {
        /// TLS from the first byte (`smtps://`).
        case tls
        /// STARTTLS, or nothing is sent: there is a password to protect.
        case startTLS
        /// STARTTLS where the server offers it.
        case whereOffered
    }

    /// The name or address of the server.
    public let host: String
    /// The port.
    public let port: Int
    /// How the connection is protected.
    public let protection: Protection
    /// Who we say we are; `nil`: nobody is asked.
    public let user: String?
    /// The password of ``user``.
    public let password: String
    /// A file of certificates to trust in place of the system's.
    public let certificates: String?

    /// Takes `smtp://[user:password@]host[:port]` or `smtps://…`, with `?ca=FILE` at the end where needed.
    ///
    /// A password goes through TLS only, but to this machine.
    public init?(_ url: String) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased(),
            ["smtp", "smtps"].contains(scheme), let host = parts.host, !host.isEmpty,
            parts.path.isEmpty || parts.path == "/", parts.fragment == nil
        else { return nil }
        let questions = parts.queryItems ?? []
        guard questions.allSatisfy({ $0.name == "ca" && $0.value?.isEmpty == false }) else { return nil }
        self.host = host
        user = parts.user.flatMap { $0.isEmpty ? nil : $0 }
        password = parts.password ?? ""
        certificates = questions.first?.value
        let isHere = ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host.lowercased())
        protection = scheme == "smtps" ? .tls : user != nil && !isHere ? .startTLS : .whereOffered
        port = parts.port ?? (scheme == "smtps" ? 465 : 587)
    }
}
