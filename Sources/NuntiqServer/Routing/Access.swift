public import NuntiqCore

/// Who may call a route; checked before a byte of the body is read.
public enum Access: Sendable, Hashable {
    /// Anyone.
    case open
    /// A supplier's key or an API user's, with the permission.
    ///
    /// `inGrace: false` refuses a rotated key in its last hours with 403; no permission asks for a partner's own key.
    case partner(Permission?, inGrace: Bool)
    /// An API user's key or a job token with at least one of the permissions.
    case customer([Permission])
    /// A run of a connector with its job token; no API user.
    case job
    /// Who shows the metrics token; in development also anyone on this machine who does not come through a proxy.
    ///
    /// In production nobody is let in for its address: a proxy on the same machine has it too.
    case operators
    /// Anyone on this machine who does not come through a proxy, in development only.
    case development
    /// Who is signed in to the portal of the host with at least that role; see ``Portal/admit(_:_:least:)``.
    case portal(Role)
}
