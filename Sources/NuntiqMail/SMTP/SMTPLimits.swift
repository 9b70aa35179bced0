/// How long a mail server may take.
public struct SMTPLimits: Sendable, Hashable {
    /// Until the connection stands.
    public var connect: Duration
    /// For a whole mail; generous, since giving up after the last byte may send it twice.
    public var mail: Duration

    /// Makes limits.
    public init(connect: Duration = .seconds(15), mail: Duration = .seconds(120)) {
        (self.connect, self.mail) = (connect, mail)
    }
}
