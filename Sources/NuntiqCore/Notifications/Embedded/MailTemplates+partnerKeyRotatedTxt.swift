// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-rotated.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyRotatedTxt = #"""
        Subject: {{customer}}: API key "{{label}}" was rotated

        "{{label}}" was rotated

        Your system asked for new credentials and has them. The key before works until {{graceUntil}}, so \
        that nothing is refused meanwhile.

        Key        {{label}}, {{shownPlain}}
        Before     {{replacedPlain}}
        Expires    {{#expires}}{{expires}}{{/expires}}{{^expires}}never{{/expires}}
        Account    {{partner}}

        Make another key:
        {{link}}

        Was it nobody of yours? Ask {{customer}} to revoke it: whoever rotated it has the key and its \
        secret.

        {{>footer.txt}}

        """#
}
