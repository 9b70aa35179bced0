// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/settings/users.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalSettingsUsers = #"""
        {{! portal/settings/users: frame, shell, tabs, rows, nextPath, editor }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Settings</h1><span class="push"></span><a class="button" href="/settings/users/new"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#plus"/></svg>New user</a></header>
        {{> portal/tabs}}
        <div class="{{panesClass}}">
        <div>
        <table class="grid fixed"><colgroup><col><col class="k-last"><col class="k-keys"></colgroup><thead><tr><th>User</th><th>Role</th><th>Last sign-in</th></tr></thead><tbody>
        {{#rows}}<tr{{#isAt}} class="at" aria-current="true"{{/isAt}}{{#isGone}} class="gone"{{/isGone}}><td title="{{name}}, {{email}}"><a class="plain strong" href="{{path}}">{{name}}</a> <span class="muted">{{email}}</span></td><td>{{role}}</td><td class="soft">{{#state}}{{state}} {{/state}}{{#last}}{{> portal/time}}{{/last}}{{^last}}never{{/last}}</td></tr>{{/rows}}
        </tbody></table>
        {{#nextPath}}<div class="pager"><span class="push"></span><a class="button" href="{{nextPath}}">Next<svg class="i" aria-hidden="true"><use href="{{frame.icons}}#right"/></svg></a></div>{{/nextPath}}
        </div>
        {{#editor}}{{> portal/settings/user}}{{/editor}}
        </div>
        {{/main}}
        {{/shell}}

        """#
}
