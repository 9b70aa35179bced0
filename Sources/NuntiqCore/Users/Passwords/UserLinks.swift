import NuntiqModel
import NuntiqStore

/// Makes the links by which users set their passwords.
struct UserLinks: Sendable {
    let environment: RuntimeEnvironment
    let secrets: Secrets

    /// Writes a link, ends those before it, and queues its mail where it is wanted; gives the token.
    ///
    /// An invitation for who has no password yet, else a reset. Operators belong to no tenant and get no mail.
    @discardableResult
    func make(for user: User, _ delivery: Users.Delivery, _ tx: any Transaction) throws -> String {
        let purpose: PortalLink.Purpose = user.hasPassword ? .reset : .invitation
        let token = PortalToken.make(environment)
        let link = PortalLink(
            user: user.id, purpose: purpose, target: nil, reason: "", expiresAt: tx.now + purpose.life)
        try PortalLinkRepository(tx).insert(link, hash: secrets.hash(token), in: user.tenant)
        if delivery == .mailed, user.role != .operator { try mail(token, link, to: user, tx) }
        return token
    }

    private func mail(_ token: String, _ link: PortalLink, to user: User, _ tx: any Transaction) throws {
        let secret = try MailSecret(token, secrets: secrets, environment: environment)
        let path = PortalAddress.passwordPath
        let mail: Mail =
            user.hasPassword
            ? .passwordReset(to: user.email, name: user.name, path: path, token: secret, until: link.expiresAt)
            : .userInvitation(to: user.email, name: user.name, path: path, token: secret, until: link.expiresAt)
        try Outbox.queue(mail, in: user.tenant, tx)
    }
}
