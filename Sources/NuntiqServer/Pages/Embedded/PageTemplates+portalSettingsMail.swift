// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/mail.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsMail = #"""
        {{! portal/settings/mail: frame, shell, tabs, rows, isEmpty, statuses, nextPath, fault }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1></header>
        {{> portal/tabs}}
        <div class="room">
          <h2>Email log</h2>
          <nav class="row wrap" aria-label="By what became of it">{{#statuses}}<a class="button quiet" href="{{path}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}>{{title}}</a>{{/statuses}}</nav>
          {{#fault}}<div class="note bad" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/fault}}
          {{#isEmpty}}<div class="empty"><h2>No mail here</h2><p>Invitations, codes and reminders appear here with what became of them.</p></div>{{/isEmpty}}
          {{^isEmpty}}
          <div class="x-scroll" tabindex="0" role="region" aria-label="Mails"><table class="grid by-top"><thead><tr><th>When</th><th>Subject</th><th>To</th><th>What became of it</th><th><span class="sr">Again</span></th></tr></thead><tbody>
          {{#rows}}<tr><td class="soft num">{{#at}}{{> portal/time}}{{/at}}</td><td>{{subject}}</td><td>{{recipient}}</td><td><span class="{{statusClass}}">{{status}}</span>{{#error}}<br><span class="small muted">{{.}}</span>{{/error}}</td><td class="r">{{#isRetriable}}<form method="post" action="/settings/mail/retry">{{> csrf}}<input type="hidden" name="id" value="{{id}}"><button class="button quiet">Send again</button></form>{{/isRetriable}}</td></tr>{{/rows}}
          </tbody></table></div>
          {{#nextPath}}<div class="pager"><span class="push"></span><a class="button" href="{{nextPath}}">Older<svg class="i" aria-hidden="true"><use href="{{frame.icons}}#right"/></svg></a></div>{{/nextPath}}
          {{/isEmpty}}
        </div>
        {{/main}}
        {{/shell}}

        """#
}
