// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-verification-code.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerVerificationCodeTxt = #"""
        Subject: Your verification code for {{customer}}

        Your verification code: {{code}}

        Type it on the page where you asked for it. It is valid until {{untilClock}}, 10 minutes; only the \
        newest code counts.

        Did not ask for it? Somebody has the link from your mail. The code alone opens nothing; do not \
        pass it on, and nobody at {{customer}} will ask you for it.

        {{>footer.txt}}

        """#
}
