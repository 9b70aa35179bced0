// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoice = #"""
        {{! portal/invoice: frame, shell, head, facts, acts, notes, fields, lines, taxes, postings, files, events, question }}
        {{<shell}}
        {{$more}}<script src="{{frame.script.invoices}}" defer></script>{{/more}}
        {{$main}}
        <header class="head"><a class="button quiet icon" href="{{backPath}}" aria-label="Back to the list" title="Back to the list" data-key="u"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#left"/></svg></a><span class="push"></span><div class="acts">{{#acts}}{{> portal/invoice-act}}{{/acts}}</div></header>
        <div class="invoice-head">
          <div class="line1"><h1>{{supplier}}</h1><span class="muted">{{type}}</span><span class="strong num">{{number}}</span>{{#status}}{{> portal/status}}{{/status}}</div>
          <dl class="facts">{{#facts}}<div><dt>{{word}}</dt><dd class="{{style}}">{{text}}{{#currency}}<small class="cur">{{.}}</small>{{/currency}}{{#beside}} <span class="muted small">{{.}}</span>{{/beside}}</dd></div>{{/facts}}</dl>
        </div>
        <div class="split">
        <div>
        {{#notes}}{{> portal/invoice-note}}{{/notes}}
        <section class="block"><div class="sect"><h2>Fields</h2><span class="muted">{{fieldCount}}</span></div>
        <ul class="fields">{{#fields}}<li><span>{{label}}</span><span class="value" title="{{text}}">{{text}}</span><span class="evidence {{style}}"{{#confidence}} title="Right in {{confidence}} of 100 such values"{{/confidence}}><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg>{{source}}{{#confidence}}<span>{{confidence}}</span>{{/confidence}}</span></li>
        {{/fields}}</ul></section>
        {{#lines}}{{> portal/invoice-lines}}{{/lines}}
        {{#hasTaxes}}<section class="block"><div class="sect"><h2>Taxes, charges, discounts</h2></div><div class="bleed x-scroll" tabindex="0" role="region" aria-label="Taxes, charges, discounts"><table class="grid fixed tight"><colgroup><col><col width="104"><col width="128"><col width="128"></colgroup><thead><tr><th>Name</th><th class="r">Rate</th><th class="r">Base</th><th class="r">Amount</th></tr></thead><tbody>
        {{#taxes}}<tr><td title="{{name}}">{{name}}</td><td class="r num">{{rate}}</td><td class="r num">{{base}}</td><td class="r amount">{{amount}}</td></tr>
        {{/taxes}}</tbody></table></div></section>{{/hasTaxes}}
        {{#hasPosting}}<section class="block"><div class="sect"><h2>Posting</h2></div><ul class="fields">{{#posting}}<li><span>{{word}}</span><span class="value" title="{{text}}">{{text}}</span><span></span></li>{{/posting}}</ul></section>{{/hasPosting}}
        {{#hasPostings}}<section class="block"><div class="sect"><h2>Attempts to post</h2></div><div class="bleed x-scroll" tabindex="0" role="region" aria-label="Attempts to post"><table class="grid fixed tight"><colgroup><col width="150"><col width="170"><col><col width="130"></colgroup><thead><tr><th>When</th><th>Who</th><th>What</th><th>Outcome</th></tr></thead><tbody>
        {{#postings}}<tr><td class="num">{{#time}}{{> portal/time}}{{/time}}</td><td title="{{who}}">{{who}}{{#fence}} <span class="muted">fence {{.}}</span>{{/fence}}</td><td title="{{what}}">{{what}}</td><td class="{{tone}}">{{outcome}}</td></tr>
        {{/postings}}</tbody></table></div></section>{{/hasPostings}}
        </div>
        <div class="aside">
        <section class="block"><div class="sect"><h2>Attachments</h2><span class="muted">{{fileCount}}</span></div>
        {{#files}}{{> portal/invoice-file}}
        {{/files}}{{^files}}<p class="muted">No files came with it.</p>{{/files}}</section>
        <section class="block" id="timeline"><div class="sect"><h2>Timeline</h2>{{#newestPath}}<a class="push" href="{{newestPath}}">The newest</a>{{/newestPath}}</div>
        <ol class="timeline">{{#events}}{{> portal/invoice-event}}{{/events}}</ol>
        {{#olderPath}}<p><a class="button" href="{{olderPath}}">Older</a></p>{{/olderPath}}</section>
        <section class="block"><div class="sect"><h2>Where it came from</h2></div><dl class="facts">{{#origin}}<div><dt>{{word}}</dt><dd>{{text}}</dd></div>{{/origin}}</dl></section>
        </div>
        </div>
        {{#question}}{{> portal/invoice-question}}{{/question}}
        {{/main}}
        {{/shell}}

        """#
}
