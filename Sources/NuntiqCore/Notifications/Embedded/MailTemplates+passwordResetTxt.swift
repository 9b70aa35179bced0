// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/password-reset.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let passwordResetTxt = #"""
        Subject: {{customer}}: choose another password

        Choose another password

        {{name}}, somebody asked to change the password of your account at {{customer}}. If it was you, \
        choose another.

        Choose a password:
        {{link}}

        The link works once, until {{until}}. Was it not you? Then there is nothing to do: your password \
        stays as it is.

        {{>user-footer.txt}}

        """#
}
