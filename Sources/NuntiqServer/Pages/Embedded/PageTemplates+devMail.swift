// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/mail.mustache by Scripts/embed-assets; change that file, not this one.
    static let devMail = #"""
        {{! dev/mail: frame, style, id, subject, lines (text, link), headers (name, value) }}
        {{<page}}
        {{$title}}{{subject}} · Mailbox · Nuntiq{{/title}}
        {{$scripts}}<link rel="stylesheet" href="{{style}}">{{/scripts}}
        {{$class}}mailbox{{/class}}
        {{$body}}
        <main id="main">
          <p><a href="/dev/mail">Mailbox</a></p>
          <h1>{{subject}}</h1>
          <h2>HTML</h2>
          <iframe src="/dev/mail/{{id}}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" title="The HTML part of the mail"></iframe>
          <h2>Text</h2>
          <pre tabindex="0" aria-label="The text part of the mail">{{#lines}}{{#link}}<a href="{{link}}">{{text}}</a>{{/link}}{{^link}}{{text}}{{/link}}
        {{/lines}}</pre>
          <h2>Headers</h2>
          <table class="heads">
            <tbody>
            {{#headers}}
            <tr><th scope="row">{{name}}</th><td class="mono">{{value}}</td></tr>
            {{/headers}}
            </tbody>
          </table>
        </main>
        {{/body}}
        {{/page}}

        """#
}
