// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-issued.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyIssuedTxt = #"""
        Subject: {{customer}}: API key "{{label}}" issued

        "{{label}}" was issued

        A new API key of {{partner}} works from now on. The key and its rotation secret were shown once to \
        who made it; they are in no mail.

        Key        {{label}}, {{shownPlain}}
        Issued     {{issued}}
        Expires    {{#expires}}{{expires}}{{/expires}}{{^expires}}never{{/expires}}
        Account    {{partner}}

        Make another key:
        {{link}}

        Was it nobody of yours? Ask {{customer}} to revoke it.{{#expires}} We remind you before it \
        expires.{{/expires}}

        {{>footer.txt}}

        """#
}
