// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/connectors.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalConnectors = #"""
        {{! portal/connectors: frame, shell, rows, pane, form, question }}
        {{<shell}}
        {{$more}}<script src="{{frame.script.connectors}}" defer></script>{{/more}}
        {{$main}}
        <header class="head"><h1>Connectors</h1><span class="muted num">{{total}}</span><span class="push"></span>{{#isAdmin}}<a class="button" href="/connectors/new"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#plus"/></svg>New instance</a>{{/isAdmin}}</header>
        {{#isEmpty}}{{^form}}<div class="empty"><h2>No connectors yet</h2><p>An instance is a connector with its settings, secrets and schedule; the server runs it.</p>{{#isAdmin}}<a class="button primary" href="/connectors/new">New instance</a>{{/isAdmin}}</div>{{/form}}{{/isEmpty}}
        <div>
        {{^form}}{{^isEmpty}}
        <div class="x-scroll" tabindex="0" role="region" aria-label="Instances"><table class="grid fixed connectors" data-rows><colgroup><col><col class="k-when"><col class="k-last"><col class="k-result"><col class="k-leases"><col class="k-last"><col class="k-act"></colgroup>
        <thead><tr><th>Instance</th><th>Schedule</th><th>Last run</th><th>Result</th><th class="r">Leases held</th><th>Next</th><th><span class="sr">Action</span></th></tr></thead><tbody>
        {{#rows}}
        <tr{{#isAt}} class="at" aria-current="true"{{/isAt}}><td title="{{name}}"><a class="plain strong" href="{{path}}">{{name}}</a> <span class="muted">{{about}}</span></td><td title="{{schedule}}">{{schedule}}</td><td class="num">{{#last}}{{> portal/time}}{{/last}}{{^last}}never{{/last}} <span class="muted">{{lasted}}</span></td><td class="{{resultClass}}" title="{{result}}">{{#isLive}}<span class="live">{{result}}</span>{{/isLive}}{{^isLive}}{{result}}{{/isLive}}</td><td class="r num">{{leases}}</td><td class="num">{{#next}}{{> portal/time}}{{/next}}<span class="muted">{{nextWords}}</span></td><td class="r">{{#runPath}}<form method="post" action="{{runPath}}">{{> csrf}}<button class="button quiet" aria-label="Run {{name}} now"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#play"/></svg>Run now</button></form>{{/runPath}}{{#stopPath}}<form method="post" action="{{stopPath}}">{{> csrf}}<button class="button quiet" aria-label="Stop {{name}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg>Stop</button></form>{{/stopPath}}</td></tr>
        {{/rows}}
        </tbody></table></div>
        {{/isEmpty}}{{/form}}
        {{#pane}}{{> portal/connector-pane}}{{/pane}}
        {{#form}}{{> portal/connector-form}}{{/form}}
        </div>
        {{#question}}{{> portal/question}}{{/question}}
        {{/main}}
        {{/shell}}

        """#
}
