// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/invoice.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierInvoice = #"""
        {{! invoice: frame, letter, account, row, fixes, messages }}
        {{<letter}}
        {{$heading}}Invoice {{row.number}}{{/heading}}
        {{$main}}
        <span></span>
        <div class="body">
          <p class="step-back"><a href="/supplier-access/invoices">All invoices of {{account}}</a></p>
          <h1 class="addr">Invoice {{row.number}}</h1>
          {{#row}}<p class="row wide wrap supplier-state"><span class="amount">{{amount}}</span>{{> supplier/status}}</p><p class="lead">{{words}}</p>{{/row}}
          {{#fixes}}
          <div class="note warn"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><div>{{#items}}<p>{{text}}{{#hint}} <span class="soft">{{hint}}</span>{{/hint}}</p>{{/items}}</div></div>
          {{/fixes}}
          <h2 class="sect supplier-history">What happened</h2>
          <ol class="timeline">
          {{#messages}}
            <li><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#check"/></svg><span>{{label}}</span><time datetime="{{time}}">{{at}}</time>{{#note}}<p class="said">{{note}}</p>{{/note}}</li>
          {{/messages}}
          </ol>
        </div>
        {{/main}}
        {{/letter}}

        """#
}
