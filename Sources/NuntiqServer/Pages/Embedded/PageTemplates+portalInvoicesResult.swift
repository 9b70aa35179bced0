// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoices-result.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoicesResult = #"""
        {{! portal/invoices-result: frame; style, icon, title, sums, left }}
        <div class="note {{style}} told" role="status"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg><div><p><span class="strong">{{title}}</span> <span class="soft num">{{sums}}</span></p>
        {{#hasLeft}}<p>Left out:</p><ul>{{#left}}<li><a href="{{path}}">{{name}}</a> {{why}}</li>{{/left}}{{#more}}<li>{{.}}</li>{{/more}}</ul>{{/hasLeft}}</div></div>

        """#
}
