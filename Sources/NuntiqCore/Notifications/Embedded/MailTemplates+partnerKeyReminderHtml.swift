// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-key-reminder.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerKeyReminderHtml = #"""
        {{! partner-key-reminder: customer, partner, label, shown, when, expires, link; lastUsed, advance }}
        {{<layout.html}}
        {{$preheader}}From {{expires}}, invoices sent with it are refused.{{/preheader}}
        {{$heading}}“{{label}}” expires {{when}}{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}From then on invoices sent with it are refused. A new key of the same name takes over without a gap:
        the old one works 4 more hours.{{#advance}} There is time; we remind you again.{{/advance}}{{/text}}
        {{/lead.html}}
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
        {{<row.html}}{{$label}}Key{{/label}}{{$value}}{{label}}, {{shown}}{{/value}}{{/row.html}}
        {{<row.html}}{{$label}}Expires{{/label}}{{$value}}{{expires}}{{/value}}{{/row.html}}
        {{<row.html}}
        {{$label}}Last used{{/label}}
        {{$value}}{{#lastUsed}}{{lastUsed}}{{/lastUsed}}{{^lastUsed}}not yet{{/lastUsed}}{{/value}}
        {{/row.html}}
        {{<row.html}}{{$label}}Account{{/label}}{{$value}}{{partner}}{{/value}}{{/row.html}}
        </table>
        {{<button.html}}{{$text}}Renew the key{{/text}}{{/button.html}}
        {{<note.html}}
        {{$text}}Or let your system do it: <span class="ink"
          style="font-family:ui-monospace,Menlo,Consolas,monospace;font-size:13px;color:#12201f;
          overflow-wrap:anywhere">
        POST /v1/partner/account/keys/{{keyID}}/rotate</span> with the key and its rotation secret. If you have done so
        already, this mail crossed with it.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
