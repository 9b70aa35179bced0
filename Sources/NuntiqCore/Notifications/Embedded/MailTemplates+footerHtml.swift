// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/footer.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let footerHtml = #"""
        {{! footer: email, partner, customer; contact and preferences where there are any }}
        You get this mail because {{email}} is a notification address of {{partner}} at {{customer}}.
        {{#contact}}Questions: <a href="mailto:{{contact}}">{{contact}}</a>{{/contact}}
        {{#preferences}}<a href="{{preferences}}">Manage email preferences</a>{{/preferences}}

        """#
}
