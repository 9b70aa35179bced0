// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-invitation.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerInvitationHtml = #"""
        {{! partner-invitation: customer, partner, link, until }}
        {{<layout.html}}
        {{$preheader}}Get a key and send invoices from your own system.{{/preheader}}
        {{$heading}}Send us invoices from your system{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}{{customer}} invites <b class="ink" style="color:#12201f">{{partner}}</b> to send invoices straight
        to its accounts payable. You get a key, your system makes one call for each invoice, and you see what became
        of it.{{/text}}
        {{/lead.html}}
        {{<button.html}}{{$text}}Get your API key{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}The link works until {{until}}, and for one key. On the page we mail a six-digit code to this same
        address, so that a forwarded link opens nothing.{{/text}}
        {{/note.html}}
        {{<note.html}}
        {{$text}}Not you who builds this? Forward nothing; ask {{customer}} to add your colleague’s address.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
