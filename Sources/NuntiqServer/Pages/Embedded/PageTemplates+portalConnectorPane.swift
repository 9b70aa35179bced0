// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/connector-pane.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalConnectorPane = #"""
        {{! portal/connector-pane: path, name, lines, held, streams, runs, facts }}
        <div class="panes connector">
        <div class="stack-col">
          <div class="head"><h2>{{name}}</h2><span class="muted">{{runWords}}</span><span class="push"></span>{{#isLive}}<span class="live">Live log</span><button class="button quiet wide-script" type="button" data-pause hidden><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#pause"/></svg><span>Pause</span></button><a class="button quiet" href="" data-refresh>Refresh</a>{{/isLive}}{{#logPath}}<a class="button quiet" href="{{logPath}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#download"/></svg>Download</a>{{/logPath}}{{#recordingPath}}<a class="button quiet" href="{{recordingPath}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#download"/></svg>Recording</a>{{/recordingPath}}</div>
          {{#fault}}<div class="note bad" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/fault}}
          {{#error}}<div class="note bad"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>{{.}}</p></div>{{/error}}
          {{^hasRun}}<div class="empty"><h3 class="h2">It has not run yet</h3><p>Its log appears here while it runs.</p></div>{{/hasRun}}
          {{#hasRun}}{{#isCut}}<p class="muted log-cut">The last lines; Download has all that is kept.</p>{{/isCut}}
          <div class="log" tabindex="0" role="log" aria-live="off" aria-label="Log of the run"{{#eventsPath}} data-events="{{eventsPath}}" data-after="{{afterLine}}"{{/eventsPath}}><ol>{{#lines}}<li class="{{kind}}"><time datetime="{{machine}}">{{time}}</time><span class="lv">{{level}}</span><span>{{text}}</span></li>{{/lines}}</ol></div>{{/hasRun}}
        </div>
        <aside class="drawer" aria-label="{{name}}: leases, streams, runs">
          <section class="block"><div class="sect"><h3 class="h2">Leases held</h3><span class="muted">{{heldCount}}</span></div>
          <table class="grid tight"><thead><tr><th>Invoice</th><th>State</th><th class="r">Over in</th></tr></thead><tbody>{{#held}}<tr><td class="num"><a class="plain" href="{{path}}">{{number}}</a></td><td>{{#badge}}{{> portal/status}}{{/badge}}</td><td class="r num">{{left}}</td></tr>{{/held}}{{^held}}<tr><td colspan="3" class="muted">none</td></tr>{{/held}}</tbody></table></section>
          <section class="block"><div class="sect"><h3 class="h2">Streams</h3><span class="muted">{{streamCount}}</span></div>
          <table class="grid tight"><thead><tr><th>Stream</th><th>Cursor</th><th class="r">Rows</th></tr></thead><tbody>{{#streams}}<tr><td>{{name}}</td><td class="mono small">{{cursor}}</td><td class="r num">{{rows}}</td></tr>{{/streams}}{{^streams}}<tr><td colspan="3" class="muted">none</td></tr>{{/streams}}</tbody></table></section>
          <section class="block"><div class="sect"><h3 class="h2">Last runs</h3></div>
          <table class="grid tight"><thead><tr><th>Began</th><th>Result</th><th class="r">Took</th></tr></thead><tbody>{{#runs}}<tr{{#isAt}} class="at" aria-current="true"{{/isAt}}><td class="num"><a class="plain" href="{{path}}">{{#at}}{{> portal/time}}{{/at}}</a></td><td class="{{style}} wrap">{{words}}</td><td class="r num">{{lasted}}</td></tr>{{/runs}}{{^runs}}<tr><td colspan="3" class="muted">none</td></tr>{{/runs}}</tbody></table></section>
          <section class="block"><div class="sect"><h3 class="h2">Set-up</h3></div>
          <dl class="facts">{{#facts}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
          {{#isAdmin}}<div class="row"><a class="button" href="{{path}}/edit">Change…</a>{{#isEnabled}}<form method="post" action="{{path}}/disable">{{> csrf}}<button class="button">Disable</button></form>{{/isEnabled}}{{^isEnabled}}<form method="post" action="{{path}}/enable">{{> csrf}}<button class="button">Enable</button></form>{{/isEnabled}}<span class="push"></span><a class="button danger" href="{{path}}?remove=yes">Remove…</a></div>{{/isAdmin}}
          </section>
        </aside>
        </div>

        """#
}
