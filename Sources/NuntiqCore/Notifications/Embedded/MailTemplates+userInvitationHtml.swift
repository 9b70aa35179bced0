// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/user-invitation.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let userInvitationHtml = #"""
        {{! user-invitation: customer, name, link, until }}
        {{<layout.html}}
        {{$preheader}}Choose a password, then sign in.{{/preheader}}
        {{$heading}}Welcome to Nuntiq{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}{{name}}, you have an account for the invoices of
        <b class="ink" style="color:#12201f">{{customer}}</b>. Choose a password, then sign in.{{/text}}
        {{/lead.html}}
        {{<button.html}}{{$text}}Choose a password{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}The link works once, until {{until}}. Afterwards an administrator of {{customer}} can send
        another.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>user-footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
