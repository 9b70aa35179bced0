// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-expired.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyExpiredHtml = #"""
        {{! partner-key-expired: customer, partner, label, shown, expires, lastUsed?, link }}
        {{<layout.html}}
        {{$preheader}}Invoices sent with it are refused since {{expires}}.{{/preheader}}
        {{$heading}}“{{label}}” has expired{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}Invoices sent with it are refused since {{expires}}. What was sent before is safe. Make a new key,
        put it into your system, and send again what was refused.{{/text}}
        {{/lead.html}}
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
        {{<row.html}}{{$label}}Key{{/label}}{{$value}}{{label}}, {{shown}}{{/value}}{{/row.html}}
        {{<row.html}}{{$label}}Expired{{/label}}{{$value}}{{expires}}{{/value}}{{/row.html}}
        {{<row.html}}
        {{$label}}Last used{{/label}}
        {{$value}}{{#lastUsed}}{{lastUsed}}{{/lastUsed}}{{^lastUsed}}never{{/lastUsed}}{{/value}}
        {{/row.html}}
        {{<row.html}}{{$label}}Account{{/label}}{{$value}}{{partner}}{{/value}}{{/row.html}}
        </table>
        {{<button.html}}{{$text}}Get a new key{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}If a new key is in use already, there is nothing to do; this one is removed after 30 days.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
