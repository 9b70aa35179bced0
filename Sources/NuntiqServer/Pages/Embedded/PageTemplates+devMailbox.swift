// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/dev/mailbox.mustache by Scripts/embed-assets; change that file, not this one.
    static let devMailbox = #"""
        {{! dev/mailbox: frame, style, mails (id, subject, recipient, at, kind), hasMails }}
        {{<page}}
        {{$title}}Mailbox · Nuntiq{{/title}}
        {{$scripts}}<link rel="stylesheet" href="{{style}}">{{/scripts}}
        {{$class}}mailbox{{/class}}
        {{$body}}
        <main id="main">
          <p class="mark">{{> logo}}</p>
          <h1>Mailbox</h1>
          <p class="soft">No mail server is configured, so mail stays here, newest first. For programs: <a href="/dev/mail.json">/dev/mail.json</a></p>
          {{^hasMails}}<p class="empty">No mail yet. Send an invitation to a partner, and it arrives here.</p>{{/hasMails}}
          {{#hasMails}}
          <table class="mails">
            <thead><tr><th scope="col">Subject</th><th scope="col">To</th><th scope="col">Kind</th><th scope="col">Queued</th></tr></thead>
            <tbody>
            {{#mails}}
            <tr><td><a href="/dev/mail/{{id}}">{{subject}}</a></td><td>{{recipient}}</td><td class="mono">{{kind}}</td><td>{{at}}</td></tr>
            {{/mails}}
            </tbody>
          </table>
          {{/hasMails}}
        </main>
        {{/body}}
        {{/page}}

        """#
}
