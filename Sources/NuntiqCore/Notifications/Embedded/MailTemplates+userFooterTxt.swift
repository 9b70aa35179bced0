// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/user-footer.txt.mustache by Scripts/embed-assets; change that file, not this one.
    static let userFooterTxt = #"""
        {{% CONTENT_TYPE:TEXT}}
        --
        You get this mail because {{email}} is a user of Nuntiq at {{customer}}.{{#contact}} Questions: \
        {{contact}}{{/contact}}

        """#
}
