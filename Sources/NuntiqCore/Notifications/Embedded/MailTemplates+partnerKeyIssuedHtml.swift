// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-issued.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyIssuedHtml = #"""
        {{! partner-key-issued: customer, partner, label, shown, issued, expires?, link }}
        {{<layout.html}}
        {{$preheader}}A new key works from now on. The key itself is in no mail.{{/preheader}}
        {{$heading}}“{{label}}” was issued{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}A new API key of <b class="ink" style="color:#12201f">{{partner}}</b> works from now on. The key and
        its rotation secret were shown once to who made it; they are in no mail.{{/text}}
        {{/lead.html}}
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
        {{<row.html}}{{$label}}Key{{/label}}{{$value}}{{label}}, {{shown}}{{/value}}{{/row.html}}
        {{<row.html}}{{$label}}Issued{{/label}}{{$value}}{{issued}}{{/value}}{{/row.html}}
        {{<row.html}}
        {{$label}}Expires{{/label}}
        {{$value}}{{#expires}}{{expires}}{{/expires}}{{^expires}}never{{/expires}}{{/value}}
        {{/row.html}}
        {{<row.html}}{{$label}}Account{{/label}}{{$value}}{{partner}}{{/value}}{{/row.html}}
        </table>
        {{<button.html}}{{$text}}Make another key{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}Was it nobody of yours? Ask {{customer}} to revoke it.{{#expires}} We remind you before it
        expires.{{/expires}}{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
