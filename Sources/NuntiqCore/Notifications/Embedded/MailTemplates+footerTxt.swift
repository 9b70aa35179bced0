// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/footer.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let footerTxt = #"""
        {{% CONTENT_TYPE:TEXT}}
        --
        You get this mail because {{email}} is a notification address of {{partner}} at \
        {{customer}}.{{#contact}} Questions: {{contact}}{{/contact}}
        {{#preferences}}
        Manage email preferences:
        {{preferences}}
        {{/preferences}}

        """#
}
