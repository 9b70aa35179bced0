// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/admin/tenants.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalAdminTenants = #"""
        {{! portal/admin/tenants: frame, shell, tabs, rows, entering }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Admin</h1></header>
        {{> portal/tabs}}
        <div class="{{panesClass}}">
        <div>
        {{#isEmpty}}<div class="empty"><h2>No tenants yet</h2><p class="mono">nuntiq tenant create acme --name "Acme Corp"</p></div>{{/isEmpty}}
        {{^isEmpty}}<div class="x-scroll" tabindex="0" role="region" aria-label="Tenants"><table class="grid"><thead><tr><th>Tenant</th><th>Customer number</th><th class="r">Partners</th><th class="r">Users</th><th class="r">Invoices, 30 days</th><th>Failures</th><th>Since</th></tr></thead><tbody>
        {{#rows}}<tr{{#isAt}} class="at" aria-current="true"{{/isAt}}><td title="{{name}}"><a class="plain strong" href="{{path}}">{{name}}</a> <span class="muted">{{subdomain}}</span></td><td class="num soft">{{customerNumber}}</td><td class="r num">{{partners}}</td><td class="r num">{{users}}</td><td class="r num">{{invoices}}</td><td>{{#trouble}}<span class="bad strong">{{.}}</span>{{/trouble}}{{^trouble}}<span class="muted">none</span>{{/trouble}}</td><td class="soft num">{{#since}}{{> portal/time}}{{/since}}</td></tr>{{/rows}}
        </tbody></table></div>{{/isEmpty}}
        </div>
        {{#entering}}
        <aside class="drawer" aria-label="{{name}}">
          <div class="row"><h2 class="big">Enter {{name}}</h2><span class="push"></span><a class="button quiet icon" href="/admin/tenants" aria-label="Close"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></a></div>
          <p class="soft">You will see its partners, settings and failures. The reason stands in its history and above every page while you are in.</p>
          <form method="post" action="{{path}}" class="form">{{> csrf}}
            <div class="field"><label for="reason">Reason</label><input class="input" id="reason" name="reason" maxlength="300" required value="{{reason}}" placeholder="Ticket 4711: invitation does not arrive"{{#faults.fields.reason}} aria-invalid="true" aria-describedby="fault-reason"{{/faults.fields.reason}}>{{#faults.fields.reason}}{{> portal/fault}}{{/faults.fields.reason}}</div>
            <div class="actions"><button class="button primary">Enter</button><a class="button quiet" href="/admin/tenants">Cancel</a></div>
          </form>
        </aside>
        {{/entering}}
        </div>
        {{/main}}
        {{/shell}}

        """#
}
