public import NuntiqModel

extension Mail {
    /// `partner_invitation`: the magic link to a key, to one notification address of an account.
    ///
    /// `token` is the link's; `until` when the link ends.
    public static func partnerInvitation(
        to email: String, of partner: Partner, token: MailSecret, until: Instant
    ) -> Mail {
        var mail = Mail(
            .partnerInvitation, to: email,
            ["partner": .string(partner.name), "path": .string(regeneratePath), "until": until.json])
        mail.account = partner.id
        mail.secret = token
        mail.sendBefore = until
        return mail
    }

    /// `partner_verification_code`: the six digits, to the address that its link went to.
    public static func partnerVerificationCode(
        to email: String, of partner: Partner, code: MailSecret, until: Instant
    ) -> Mail {
        var mail = Mail(.partnerVerificationCode, to: email, ["partner": .string(partner.name), "until": until.json])
        mail.account = partner.id
        mail.secret = code
        mail.sendBefore = until
        return mail
    }

    /// The page on which a supplier makes itself a key.
    static let regeneratePath = "/supplier-access/regenerate"
}
