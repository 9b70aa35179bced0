// swift-format-ignore-file
extension MailTemplates {
    /// Made from Assets/mails/partner-verification-code.html.mustache by Scripts/embed-assets; change that file, not this one.
    static let partnerVerificationCodeHtml = #"""
        {{! partner-verification-code: customer, partner, code, untilClock }}
        {{<layout.html}}
        {{$preheader}}Type it on the page where you asked for it.{{/preheader}}
        {{$heading}}Your verification code{{/heading}}
        {{$body}}
        {{<lead.html}}
        {{$text}}Type it on the page where you asked for it. It is valid until {{untilClock}}, 10 minutes; only the
        newest code counts.{{/text}}
        {{/lead.html}}
        <p class="box" style="margin:0 0 24px;padding:16px 20px;background:#ebefef;
          font:600 34px/40px ui-monospace,Menlo,Consolas,monospace;letter-spacing:.24em;color:#12201f">{{code}}</p>
        {{<note.html}}
        {{$text}}Did not ask for it? Somebody has the link from your mail. The code alone opens nothing; do not pass
        it on, and nobody at {{customer}} will ask you for it.{{/text}}
        {{/note.html}}
        {{/body}}
        {{$footer}}{{>footer.html}}{{/footer}}
        {{/layout.html}}

        """#
}
