public import NuntiqModel

extension Mail {
    /// `user_invitation`: the link by which a new user of the portal chooses a password.
    ///
    /// `path` is the page below the tenant's portal that takes the token as `?token=`.
    public static func userInvitation(
        to email: String, name: String, path: String, token: MailSecret, until: Instant
    ) -> Mail {
        linked(.userInvitation, to: email, name, path, token, until)
    }

    /// `password_reset`: the link by which a user of the portal chooses another password.
    public static func passwordReset(
        to email: String, name: String, path: String, token: MailSecret, until: Instant
    ) -> Mail {
        linked(.passwordReset, to: email, name, path, token, until)
    }

    private static func linked(
        _ kind: MailKind, to email: String, _ name: String, _ path: String, _ token: MailSecret, _ until: Instant
    ) -> Mail {
        var mail = Mail(kind, to: email, ["name": .string(name), "path": .string(path), "until": until.json])
        mail.secret = token
        mail.sendBefore = until
        return mail
    }
}
