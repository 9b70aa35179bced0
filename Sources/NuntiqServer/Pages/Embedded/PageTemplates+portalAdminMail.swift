// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/admin/mail.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalAdminMail = #"""
        {{! portal/admin/mail: frame, shell, tabs, statuses, rows, isEmpty }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Admin</h1></header>
        {{> portal/tabs}}
        <div class="room">
          <nav class="row wrap" aria-label="By what became of it">{{#statuses}}<a class="button quiet" href="{{path}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{title}}</a>{{/statuses}}</nav>
          {{#isEmpty}}<p class="soft">None.</p>{{/isEmpty}}
          {{^isEmpty}}<div class="x-scroll" tabindex="0" role="region" aria-label="Mails"><table class="grid by-top"><thead><tr><th>When</th><th>Tenant</th><th>Subject</th><th>To</th><th>What became of it</th><th><span class="sr">Again</span></th></tr></thead><tbody>
          {{#rows}}<tr><td class="soft num">{{#mail.at}}{{> portal/time}}{{/mail.at}}</td><td>{{mail.tenant}}</td><td>{{mail.subject}}</td><td>{{mail.recipient}}</td><td><span class="{{mail.statusClass}}">{{mail.status}}</span>{{#mail.error}}<br><span class="small muted">{{.}}</span>{{/mail.error}}</td><td class="r">{{#mail.isRetriable}}<form method="post" action="/admin/mail/retry">{{> csrf}}<input type="hidden" name="id" value="{{mail.id}}"><input type="hidden" name="tenant" value="{{tenantID}}"><button class="button quiet">Send again</button></form>{{/mail.isRetriable}}</td></tr>{{/rows}}
          </tbody></table></div>{{/isEmpty}}
        </div>
        {{/main}}
        {{/shell}}

        """#
}
