import NuntiqModel

/// One mail to one recipient, before it is queued: what its templates say, not yet how they say it.
///
/// Made by the functions in `Mails/`, one for each ``MailKind``.
public struct Mail: Sendable, Hashable {
    /// Which templates it has.
    public let kind: MailKind
    /// Who gets it.
    public let recipient: String
    /// The partner account it is about; 0 where it is about none.
    var account: Int64 = 0
    /// What its recipient can switch it off by; `nil`: not at all.
    var category: MailCategory?
    /// What it may be sent for only once to a recipient; empty: each is another.
    var slot = ""
    /// What its templates show, and `path`: where its button leads, below the tenant's portal.
    var facts: JSONObject
    /// The token of its link, or its code.
    var secret: MailSecret?
    /// When it is worth nothing any more.
    var sendBefore: Instant?

    init(_ kind: MailKind, to recipient: String, _ facts: JSONObject) {
        self.kind = kind
        self.recipient = recipient
        self.facts = facts
    }
}
