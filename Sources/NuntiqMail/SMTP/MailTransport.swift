/// Takes mails to a mail server.
public protocol MailTransport: Sendable {
    /// Hands one mail over, and says what the server made of it; never throws, a failure is an outcome.
    func send(_ message: MailMessage) async -> DeliveryOutcome
}

/// What became of handing a mail over.
public enum DeliveryOutcome: Sendable, Hashable {
    /// The server took it, and said so.
    case delivered
    /// Not now; the same may go well later.
    case postponed(reason: String)
    /// Never; `isAddressDead` when the server says that there is no such mailbox.
    case refused(reason: String, isAddressDead: Bool)
}
