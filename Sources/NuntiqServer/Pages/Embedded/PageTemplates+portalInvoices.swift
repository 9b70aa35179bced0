// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoices.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoices = #"""
        {{! portal/invoices: frame, shell, urgent, tabs, chips, filters, rows, nothing, result, question, actions }}
        {{<shell}}
        {{$more}}<script src="{{frame.script.invoices}}" defer></script>{{/more}}
        {{$main}}
        <header class="head"><h1>Invoices</h1><span class="muted num" data-open>{{open}} open</span><span class="live" data-live="{{versionPath}}" data-version="{{version}}" role="status" hidden></span><a class="button" href="{{here}}" data-news hidden></a><span class="push"></span><button class="button quiet icon wide-only" type="button" data-keys aria-label="Keys" title="Keys"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#keyboard"/></svg></button></header>
        {{#result}}{{> portal/invoices-result}}{{/result}}
        {{#unread}}<div class="note warn told"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><p>The address has values that mean nothing here, so they are left out: {{unread}}.</p></div>{{/unread}}
        {{#hasUrgent}}<ul class="first" aria-label="Needs a person first">
        {{#urgent}}<li>{{#status}}{{> portal/status}}{{/status}}<span class="cut"><a class="plain strong" href="{{path}}">{{name}}</a> · {{words}}</span><a href="{{path}}">{{verb}}<span class="sr"> {{name}}</span></a></li>
        {{/urgent}}</ul>{{/hasUrgent}}
        <nav class="states" aria-label="By state">
        {{#tabs}}<a href="{{path}}"{{#isCurrent}} aria-current="true"{{/isCurrent}}{{#isZero}} class="zero"{{/isZero}}><b>{{count}}{{#age}}<i>{{age}}</i>{{/age}}</b><span>{{word}}</span></a>
        {{/tabs}}</nav>
        <div class="filters">
        <form class="search" role="search" action="/invoices"><label><span class="sr">Search all fields and text</span><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#search"/></svg><input class="input" type="search" name="q" value="{{words}}" maxlength="200" placeholder="Number, supplier, amount, PO, any text"><kbd class="wide-only" aria-hidden="true">/</kbd></label>{{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}<button class="sr">Search</button></form>
        {{#chips}}<span class="chip">{{words}}<a href="{{path}}" aria-label="Remove filter: {{words}}"><svg class="i s" aria-hidden="true"><use href="{{frame.icons}}#x"/></svg></a></span>
        {{/chips}}
        {{#filters}}{{> portal/invoices-filter}}{{/filters}}
        {{> portal/invoices-view}}
        </div>
        <form class="work-form" method="post" action="/invoices">{{> csrf}}<input type="hidden" name="return" value="{{here}}">
        {{^nothing}}
        <div class="list">
        <table class="grid fixed work" role="table" aria-label="{{caption}}" data-work>
        <colgroup><col class="k-check"><col class="k-status"><col class="k-number"><col class="k-supplier"><col><col class="k-due"><col class="k-age"><col class="k-amount"></colgroup>
        <thead role="rowgroup"><tr role="row"><th class="c-check" role="columnheader">{{#mayDecide}}<input type="checkbox" data-all hidden aria-label="Select all on this page">{{/mayDecide}}<span class="sr">Selected</span></th><th role="columnheader">Status</th><th role="columnheader">Number</th><th role="columnheader">Supplier</th><th role="columnheader">What to do</th><th role="columnheader"{{#dueSort}} aria-sort="{{dueSort}}"{{/dueSort}}>Due{{#dueSort}} <svg class="i s inline" aria-hidden="true"><use href="{{frame.icons}}#up"/></svg>{{/dueSort}}</th><th class="r c-age" role="columnheader">Age</th><th class="r" role="columnheader">Gross</th></tr></thead>
        <tbody role="rowgroup">
        {{#rows}}{{> portal/invoices-row}}{{/rows}}
        </tbody></table>
        </div>
        <div class="dock">
        <div class="pager"><span>{{range}}</span><span class="push keys wide-only"><span><kbd>J</kbd><kbd>K</kbd> move</span><span><kbd>Enter</kbd> open</span>{{#mayDecide}}<span><kbd>X</kbd> select</span>{{/mayDecide}}<span><kbd>?</kbd> all keys</span></span>{{#newerPath}}<a class="button" href="{{newerPath}}" rel="prev"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#left"/></svg>Newer</a>{{/newerPath}}{{#olderPath}}<a class="button" href="{{olderPath}}" rel="next">Older<svg class="i" aria-hidden="true"><use href="{{frame.icons}}#right"/></svg></a>{{/olderPath}}</div>
        {{#mayDecide}}<div class="bulk" role="group" aria-label="What is done with the selected invoices" data-bulk><span class="strong" data-count aria-live="polite">With the selected</span><span class="soft num" data-sums></span>{{#whole}}<label class="check small"><input type="checkbox" name="all" value="yes" data-whole> {{.}}</label>{{/whole}}<span class="sep"></span>{{#actions}}<button class="button{{style}}" name="action" value="{{name}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg>{{word}}</button>{{/actions}}<button class="button quiet push" type="reset" data-clear hidden>Clear <kbd class="wide-only">Esc</kbd></button></div>{{/mayDecide}}
        </div>
        {{/nothing}}
        </form>
        {{#nothing}}<div class="empty"><svg width="56" height="40" viewBox="0 0 56 40" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linejoin="round" aria-hidden="true"><path d="M1 26 8 3h40l7 23v13H1z"/><path d="M1 26h15a12 9 0 0 0 24 0h15"/></svg><h2>{{title}}</h2><p>{{words}}</p><a class="button" href="{{linkPath}}">{{linkText}}</a></div>{{/nothing}}
        {{#question}}{{> portal/invoices-question}}{{/question}}
        {{/main}}
        {{/shell}}

        """#
}
