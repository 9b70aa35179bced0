// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/partners.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPartners = #"""
        {{! portal/partners: frame, shell, rows, draft, drawer, question }}
        {{<shell}}
        {{$main}}
        <header class="head"><h1>Partners</h1><span class="muted num">{{total}}</span><span class="push"></span>{{#isAdmin}}<a class="button" href="/partners/new"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#plus"/></svg>New partner account</a>{{/isAdmin}}</header>
        <div class="{{panesClass}}">
        <div>
        {{^isEmpty}}
        <form class="filters" role="search" action="/partners"><label class="search"><span class="sr">Search partners</span><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#search"/></svg><input class="input" name="q" value="{{words}}" maxlength="100" placeholder="Name, address, key ending"><kbd class="wide-only">/</kbd></label><button class="button quiet">Search</button></form>
        {{/isEmpty}}
        {{#isEmpty}}<div class="empty"><h2>No partners yet</h2><p>Make an account, add an address, send the invitation.</p>{{#isAdmin}}<a class="button primary" href="/partners/new">New partner account</a>{{/isAdmin}}</div>{{/isEmpty}}
        {{#isNothing}}<div class="empty"><h2>No partner has “{{words}}”</h2><p>Names, addresses and the last four characters of keys were looked at.</p><a class="button" href="/partners">Show all</a></div>{{/isNothing}}
        {{^isEmpty}}{{^isNothing}}
        <table class="grid fixed" data-rows><colgroup><col><col class="k-keys"><col class="k-last"><col class="k-30"></colgroup>
        <thead><tr><th>Partner account</th><th>Keys</th><th class="c-last">Last invoice</th><th class="r">30 days</th></tr></thead><tbody>
        {{#rows}}
        <tr{{#isAt}} class="at" aria-current="true"{{/isAt}}{{#isGone}} class="gone"{{/isGone}}><td title="{{name}}"><a class="plain strong" href="{{path}}">{{name}}</a></td><td class="{{keysClass}}">{{keys}}</td><td class="num soft c-last">{{#last}}{{> portal/time}}{{/last}}{{^last}}never{{/last}}</td><td class="r num">{{count}}</td></tr>
        {{/rows}}
        </tbody></table>
        <div class="pager"><span class="push"></span>{{#firstPath}}<a class="button" href="{{firstPath}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#left"/></svg>First</a>{{/firstPath}}{{#nextPath}}<a class="button" href="{{nextPath}}">Next<svg class="i" aria-hidden="true"><use href="{{frame.icons}}#right"/></svg></a>{{/nextPath}}</div>
        {{/isNothing}}{{/isEmpty}}
        </div>
        {{#draft}}{{> portal/partner-draft}}{{/draft}}
        {{#drawer}}{{> portal/partner-drawer}}{{/drawer}}
        </div>
        {{#question}}{{> portal/question}}{{/question}}
        {{/main}}
        {{/shell}}

        """#
}
