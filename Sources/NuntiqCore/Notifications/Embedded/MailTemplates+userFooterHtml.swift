// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/user-footer.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let userFooterHtml = #"""
        {{! user-footer: email, customer; contact where there is one }}
        You get this mail because {{email}} is a user of Nuntiq at {{customer}}.
        {{#contact}}Questions: <a href="mailto:{{contact}}">{{contact}}</a>{{/contact}}

        """#
}
