// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/password-reset.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let passwordResetHtml = #"""
        {{! password-reset: customer, name, link, until }}
        {{<layout.html}}
        {{$preheader}}The link works once.{{/preheader}}
        {{$heading}}Choose another password{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}{{name}}, somebody asked to change the password of your account at {{customer}}. If it was you, choose
        another.{{/text}}
        {{/lead.html}}
        {{<button.html}}{{$text}}Choose a password{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}The link works once, until {{until}}. Was it not you? Then there is nothing to do: your password stays
        as it is.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>user-footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
