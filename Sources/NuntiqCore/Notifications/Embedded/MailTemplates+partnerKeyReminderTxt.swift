// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-reminder.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyReminderTxt = #"""
        Subject: {{customer}}: API key "{{label}}" expires {{when}}

        "{{label}}" expires {{when}}

        From then on invoices sent with it are refused. A new key of the same name takes over without a \
        gap: the old one works 4 more hours.{{#advance}} There is time; we remind you again.{{/advance}}

        Key        {{label}}, {{shownPlain}}
        Expires    {{expires}}
        Last used  {{#lastUsed}}{{lastUsed}}{{/lastUsed}}{{^lastUsed}}not yet{{/lastUsed}}
        Account    {{partner}}

        Renew the key:
        {{link}}

        Or let your system do it:
        POST /v1/partner/account/keys/{{keyID}}/rotate
        with the key and its rotation secret. If you have done so already, this mail crossed with it.

        {{>footer.txt}}

        """#
}
