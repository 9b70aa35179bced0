// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoices-filter.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoicesFilter = #"""
        {{! portal/invoices-filter: frame; hidden, supplier, todo, currency, dates, amounts, inboxes }}
        <details class="menu filter"><summary class="button quiet"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#filter"/></svg>Filter <kbd class="wide-only" aria-hidden="true">F</kbd></summary>
        <form class="menu-sheet form two" action="/invoices" aria-label="Filter">
        {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
        <div class="field"><label for="f-due-from">Due from</label><input class="input" type="date" id="f-due-from" name="due_from" value="{{dueFrom}}"></div>
        <div class="field"><label for="f-due-before">Due before</label><input class="input" type="date" id="f-due-before" name="due_before" value="{{dueBefore}}"></div>
        <div class="field"><label for="f-date-from">Issued from</label><input class="input" type="date" id="f-date-from" name="date_from" value="{{dateFrom}}"></div>
        <div class="field"><label for="f-date-before">Issued before</label><input class="input" type="date" id="f-date-before" name="date_before" value="{{dateBefore}}"></div>
        <div class="field"><label for="f-amount-from">Gross at least</label><input class="input r" inputmode="decimal" id="f-amount-from" name="amount_from" value="{{amountFrom}}" maxlength="50"></div>
        <div class="field"><label for="f-amount-to">Gross at most</label><input class="input r" inputmode="decimal" id="f-amount-to" name="amount_to" value="{{amountTo}}" maxlength="50"></div>
        <div class="field"><label for="f-supplier">Supplier number</label><input class="input" id="f-supplier" name="supplier" value="{{supplier}}" maxlength="200"></div>
        <div class="field"><label for="f-currency">Currency</label><input class="input" id="f-currency" name="currency" value="{{currency}}" maxlength="3" placeholder="EUR"></div>
        <div class="field"><label for="f-todo">What to do</label><input class="input" id="f-todo" name="todo" value="{{todo}}" maxlength="200" placeholder="tax, total, supplier"></div>
        <div class="field"><label for="f-inbox">Inbox</label><select class="select" id="f-inbox" name="inbox"><option value="">Any</option>{{#inboxes}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{words}}</option>{{/inboxes}}</select></div>
        <div class="actions"><button class="button primary">Filter</button><a class="button quiet" href="/invoices">Remove all</a></div>
        </form></details>

        """#
}
