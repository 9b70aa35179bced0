/// Reads what a failure means: for this mail, and for its address.
///
/// Only what the server says about the recipient or the mail is final. What it says of us (our address, our password),
/// and whatever happens to the connection, may be mended: the mail waits.
struct SMTPFailure: Sendable, Hashable {
    /// What libcurl says, such as `RCPT failed: 550`.
    let complaint: String
    /// What the server said last.
    let reply: String
    /// Whether the whole mail was sent before.
    let isMailSent: Bool

    var outcome: DeliveryOutcome {
        let said = ReplyCode(Int(reply.prefix(3)) ?? 0).map { _ in reply } ?? ""
        let reason = said.isEmpty ? complaint : "\(said) (\(complaint))"
        guard code?.meaning == .permanent else { return .postponed(reason: reason) }
        if complaint.hasPrefix("RCPT failed") { return .refused(reason: reason, isAddressDead: isAddressDead) }
        if complaint.hasPrefix("DATA failed") || isMailSent { return .refused(reason: reason, isAddressDead: false) }
        return .postponed(reason: reason)
    }

    private var code: ReplyCode? {
        Int(reply.prefix(3)).flatMap { ReplyCode($0) }
    }

    /// No such mailbox: 5.1.x says so; without an enhanced code 550, 551 and 553 do.
    ///
    /// - Source: RFC 5321 section 4.2.3; RFC 3463 section 3.2.
    private var isAddressDead: Bool {
        let words = reply.dropFirst(4).split(separator: " ")
        if let enhanced = words.first, enhanced.wholeMatch(of: /[245]\.\d{1,3}\.\d{1,3}/) != nil {
            return enhanced.hasPrefix("5.1.")
        }
        return [550, 551, 553].contains(code?.number ?? 0)
    }
}
