// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/invoice-needs-attention.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let invoiceNeedsAttentionHtml = #"""
        {{! invoice-needs-attention: customer, partner, number, verb, what, next, link; reasons, more, gross }}
        {{<layout.html}}
        {{$preheader}}{{what}}{{/preheader}}
        {{$heading}}Invoice {{number}} {{verb}}{{/heading}}
        {{$body}}
        {{<lead.html}}{{$text}}{{what}}{{/text}}{{/lead.html}}
        {{#hasReasons}}
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
        {{#reasons}}
        <tr><td class="ink line" style="padding:8px 0;border-top:1px solid #dfe5e5;
          font:400 14px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#12201f;overflow-wrap:anywhere"><b style="font-weight:600">{{message}}</b>
        {{#hint}}<br>{{hint}}{{/hint}}</td></tr>
        {{/reasons}}
        {{#more}}
        <tr><td class="ink3 line" style="padding:8px 0;border-top:1px solid #dfe5e5;
          font:400 14px/20px system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif;
          color:#5a6a6b">and {{more}} more</td></tr>
        {{/more}}
        </table>
        {{/hasReasons}}
        <table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 24px">
        {{<row.html}}{{$label}}Invoice{{/label}}{{$value}}{{number}}{{/value}}{{/row.html}}
        {{#gross}}{{<row.html}}{{$label}}Amount{{/label}}{{$value}}{{gross}}{{/value}}{{/row.html}}{{/gross}}
        {{<row.html}}{{$label}}Account{{/label}}{{$value}}{{partner}}{{/value}}{{/row.html}}
        </table>
        {{<button.html}}{{$text}}See the invoice{{/text}}{{/button.html}}
        {{<note.html}}{{$text}}{{next}}{{/text}}{{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
