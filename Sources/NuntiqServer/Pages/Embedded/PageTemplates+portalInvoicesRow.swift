// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoices-row.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoicesRow = #"""
        {{! portal/invoices-row: frame, mayDecide; token, path, status, number, supplier, why, due, age, gross }}
        <tr role="row" data-href="{{path}}"><td class="c-check" role="cell">{{#mayDecide}}<input type="checkbox" name="token" value="{{token}}" aria-label="Select {{number}}" data-amount="{{plainGross}}" data-currency="{{#gross}}{{currency}}{{/gross}}">{{/mayDecide}}</td><td class="c-status" role="cell">{{#status}}{{> portal/status}}{{/status}}</td><td class="c-number num" role="cell"><a class="plain" href="{{path}}" title="{{number}}">{{number}}</a></td><td class="c-supplier" role="cell" title="{{supplier}}">{{supplier}}</td><td class="c-why soft" role="cell" title="{{why}}">{{why}}</td><td class="c-due num{{#due}} {{style}}{{/due}}" role="cell">{{#due}}<time datetime="{{machine}}">{{text}}</time>{{#overdue}}<span class="sr"> ({{.}})</span>{{/overdue}}{{/due}}</td><td class="r c-age muted" role="cell" title="{{since}}">{{age}}</td><td class="r c-amount" role="cell">{{#gross}}<span class="amount">{{number}}<small>{{currency}}</small></span>{{/gross}}</td></tr>

        """#
}
