// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/admin/overview.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalAdminOverview = #"""
        {{! portal/admin/overview: frame, shell, tabs, failures, isCalm, checks }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Admin</h1></header>
        {{> portal/tabs}}
        <ul class="first" aria-label="Needs a person first">
        {{#failures}}<li><span class="status failed"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg>Needs you</span><span class="cut"><span class="strong">{{words}}</span> · {{detail}}</span><a href="{{path}}">{{verb}}</a></li>{{/failures}}
        </ul>
        {{#isCalm}}<div class="room"><div class="note good"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg><p>Nothing needs you.</p></div></div>{{/isCalm}}
        <section aria-label="Health"><div class="health">
        {{#checks}}<div><span class="muted small">{{name}}</span><b{{^isWell}} class="bad"{{/isWell}}>{{#isWell}}Well{{/isWell}}{{^isWell}}Not well{{/isWell}}</b><span class="soft">{{value}}</span></div>{{/checks}}
        </div></section>
        {{/main}}
        {{/shell}}

        """#
}
