// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-expired.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyExpiredTxt = #"""
        Subject: {{customer}}: API key "{{label}}" has expired

        "{{label}}" has expired

        Invoices sent with it are refused since {{expires}}. What was sent before is safe. Make a new key, \
        put it into your system, and send again what was refused.

        Key        {{label}}, {{shownPlain}}
        Expired    {{expires}}
        Last used  {{#lastUsed}}{{lastUsed}}{{/lastUsed}}{{^lastUsed}}never{{/lastUsed}}
        Account    {{partner}}

        Get a new key:
        {{link}}

        If a new key is in use already, there is nothing to do; this one is removed after 30 days.

        {{>footer.txt}}

        """#
}
