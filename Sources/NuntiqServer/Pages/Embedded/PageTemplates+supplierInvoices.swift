// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/supplier/invoices.mustache by Scripts/embed-assets; change that file, not this one.
    static let supplierInvoices = #"""
        {{! invoices: frame, letter, account, needs (list), others (list), isEmpty, next }}
        {{<letter}}
        {{$heading}}Invoices of {{account}}{{/heading}}
        {{$main}}
        <span></span>
        <div class="body">
          <h1>Invoices of {{account}}</h1>
          <p class="lead">What you sent to {{letter.name}}, and where it stands.</p>
          {{#isEmpty}}<p class="soft">No invoice yet. <a href="/docs#submitInvoice">Send a first one</a>, it takes one call.</p>{{/isEmpty}}
          {{#needs}}
          <h2 class="sect">Needs you</h2>
          <ul class="supplier-invoices">{{#rows}}{{> supplier/invoice-row}}{{/rows}}</ul>
          {{/needs}}
          {{#others}}
          <h2 class="sect">{{title}}</h2>
          <ul class="supplier-invoices">{{#rows}}{{> supplier/invoice-row}}{{/rows}}</ul>
          {{/others}}
          {{#next}}<div class="actions"><a class="button large" href="{{next}}">Older</a></div>{{/next}}
        </div>
        {{/main}}
        {{/letter}}

        """#
}
