import NuntiqMail
import NuntiqModel
import NuntiqStore

/// Makes the message of a queued mail: opens its secret, makes its links by this node's configuration, renders it.
///
/// Pure but for the secrets: the same row gives the same message, however often it is tried.
struct MailComposer: Sendable {
    let settings: MailSettings
    let secrets: Secrets

    /// The message; `nil` when its address is none that a mail server takes.
    func message(of mail: QueuedMail) throws -> MailMessage? {
        guard let recipient = MailAddress(mail.recipient) else { return nil }
        let links = try links(of: mail)
        let rendered = MailRenderer.shared.render(mail.kind, mail.facts, links: links)
        return MailMessage(
            from: HeaderText(mail.facts["customer"]?.string ?? "Nuntiq"), settings.sender, to: recipient,
            subject: HeaderText(rendered.subject), date: mail.createdAt,
            id: HeaderText("\(mail.messageID)@\(settings.sender.host)"), text: rendered.text, html: rendered.html,
            headers: headers(links))
    }

    /// The token of the recipient's preferences, where the mail can be switched off.
    func token(of mail: QueuedMail) -> MailToken? {
        mail.category.map { _ in MailToken(of: mail.recipient, mail.account, mail.tenant, secrets) }
    }

    private func links(of mail: QueuedMail) throws -> [String: String] {
        let portal = settings.portal.url(of: mail.facts["subdomain"]?.string ?? "")
        let secret = try mail.secret.map { try MailSecret.open($0, secrets) }
        var links: [String: String] = ["portal": portal]
        if let path = mail.facts["path"]?.string {
            links["link"] = portal + path + (secret.map { "?token=\($0)" } ?? "")
        } else {
            links["code"] = secret ?? ""
        }
        guard let token = token(of: mail), let category = mail.category else { return links }
        links["preferences"] = "\(portal)/supplier-access/email-preferences?token=\(token.text)"
        links["unsubscribe"] =
            "\(portal)/supplier-access/unsubscribe?token=\(token.text)&category=\(category.rawValue)"
        return links
    }

    /// - Source: RFC 8058; RFC 3834, section 5 (no robot shall answer).
    private func headers(_ links: [String: String]) -> [MailMessage.Header] {
        let automatic = MailMessage.Header("Auto-Submitted", "auto-generated")
        guard let unsubscribe = links["unsubscribe"] else { return [automatic] }
        return [
            automatic, MailMessage.Header("List-Unsubscribe", HeaderText("<\(unsubscribe)>")),
            MailMessage.Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]
    }
}
