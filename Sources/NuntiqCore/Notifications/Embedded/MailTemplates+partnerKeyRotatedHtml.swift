// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-rotated.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyRotatedHtml = #"""
        {{! partner-key-rotated: customer, partner, label, shown, replaced, graceUntil, expires?, link }}
        {{<layout.html}}
        {{$preheader}}The key before it works until {{graceUntilClock}}.{{/preheader}}
        {{$heading}}“{{label}}” was rotated{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}Your system asked for new credentials and has them. The key before works until {{graceUntil}}, so
        that nothing is refused meanwhile.{{/text}}
        {{/lead.html}}
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
        {{<row.html}}{{$label}}Key{{/label}}{{$value}}{{label}}, {{shown}}{{/value}}{{/row.html}}
        {{<row.html}}{{$label}}Before{{/label}}{{$value}}{{replaced}}{{/value}}{{/row.html}}
        {{<row.html}}
        {{$label}}Expires{{/label}}
        {{$value}}{{#expires}}{{expires}}{{/expires}}{{^expires}}never{{/expires}}{{/value}}
        {{/row.html}}
        {{<row.html}}{{$label}}Account{{/label}}{{$value}}{{partner}}{{/value}}{{/row.html}}
        </table>
        {{<button.html}}{{$text}}Make another key{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}Was it nobody of yours? Ask {{customer}} to revoke it: whoever rotated it has the key and its
        secret.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
