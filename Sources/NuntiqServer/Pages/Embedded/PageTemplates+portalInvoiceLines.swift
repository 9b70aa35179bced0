// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice-lines.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoiceLines = #"""
        {{! portal/invoice-lines: frame; count, rows, range, earlierPath, laterPath }}
        <section class="block" id="lines"><div class="sect"><h2>Lines</h2><span class="muted">{{count}}</span>{{#range}}<span class="push muted small">{{.}}</span>{{/range}}</div>
        {{#isEmpty}}<p class="muted">It has no lines.</p>{{/isEmpty}}
        {{^isEmpty}}<div class="bleed x-scroll" tabindex="0" role="region" aria-label="Lines"><table class="grid fixed tight"><colgroup><col width="56"><col><col width="112"><col width="104"><col width="112"><col width="64"><col width="150"></colgroup>
        <thead><tr><th>#</th><th>Description</th><th class="r">Quantity</th><th class="r">Unit price</th><th class="r">Net</th><th class="r">Tax</th><th>Order</th></tr></thead><tbody>
        {{#rows}}<tr><td class="muted" title="{{number}}">{{number}}</td><td title="{{description}}">{{description}}</td><td class="r num">{{quantity}}</td><td class="r num">{{price}}</td><td class="r amount">{{net}}</td><td class="r">{{tax}}</td><td title="{{order}}">{{order}}</td></tr>
        {{/rows}}</tbody></table></div>
        <div class="pager"><span class="push"></span>{{#earlierPath}}<a class="button" href="{{earlierPath}}">Earlier lines</a>{{/earlierPath}}{{#laterPath}}<a class="button" href="{{laterPath}}">Later lines</a>{{/laterPath}}</div>{{/isEmpty}}</section>

        """#
}
