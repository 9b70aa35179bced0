public import NuntiqMail

/// Where mail comes from, where its links lead, and who takes it.
public struct MailSettings: Sendable {
    /// Who takes it.
    public enum Exit: Sendable {
        /// Nobody: it is kept for the mailbox page of a developer's machine.
        case capture
        /// Nobody yet: it waits until a mail server is configured.
        case hold
        /// A mail server.
        case server(any MailTransport)
    }

    /// The address that mail comes from.
    public let sender: MailAddress
    /// Where the tenants' portals are.
    public let portal: PortalAddress
    /// Who takes it.
    public let exit: Exit

    /// Whether a mail server takes it.
    public var isServed: Bool {
        switch exit {
        case .server: true
        case .capture, .hold: false
        }
    }

    /// Makes settings from their parts.
    public init(sender: MailAddress, portal: PortalAddress, exit: Exit) {
        self.sender = sender
        self.portal = portal
        self.exit = exit
    }
}
