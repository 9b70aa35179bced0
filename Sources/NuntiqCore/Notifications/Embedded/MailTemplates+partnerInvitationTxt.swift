// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-invitation.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerInvitationTxt = #"""
        Subject: {{customer}}: API access invitation for "{{partner}}"

        Send us invoices from your system

        {{customer}} invites {{partner}} to send invoices straight to its accounts payable. You get a key, \
        your system makes one call for each invoice, and you see what became of it.

        Get your API key:
        {{link}}

        The link works until {{until}}, and for one key. On the page we mail a six-digit code to this same \
        address, so that a forwarded link opens nothing.

        Not you who builds this? Forward nothing; ask {{customer}} to add your colleague's address.

        {{>footer.txt}}

        """#
}
