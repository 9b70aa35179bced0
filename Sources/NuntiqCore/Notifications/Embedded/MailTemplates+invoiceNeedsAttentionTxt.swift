// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/invoice-needs-attention.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let invoiceNeedsAttentionTxt = #"""
        Subject: {{customer}}: invoice {{number}} {{verb}}

        Invoice {{number}} {{verb}}

        {{what}}

        {{#reasons}}
        * {{message}}{{#hint}} {{hint}}{{/hint}}
        {{/reasons}}
        {{#more}}
        and {{more}} more
        {{/more}}

        Invoice    {{number}}
        {{#gross}}
        Amount     {{gross}}
        {{/gross}}
        Account    {{partner}}

        See the invoice:
        {{link}}

        {{next}}

        {{>footer.txt}}

        """#
}
