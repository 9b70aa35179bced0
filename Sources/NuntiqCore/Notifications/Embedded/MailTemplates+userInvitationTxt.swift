// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/user-invitation.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let userInvitationTxt = #"""
        Subject: {{customer}}: your account for Nuntiq

        Welcome to Nuntiq

        {{name}}, you have an account for the invoices of {{customer}}. Choose a password, then sign in.

        Choose a password:
        {{link}}

        The link works once, until {{until}}. Afterwards an administrator of {{customer}} can send another.

        {{>user-footer.txt}}

        """#
}
