// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice-note.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoiceNote = #"""
        {{! portal/invoice-note: frame; style, icon, title, words, issues, acts }}
        <section class="block"><div class="note {{style}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg><div><p class="strong">{{title}}</p><p>{{words}}</p>
        {{#hasIssues}}<ul class="issues">{{#issues}}<li><span class="strong">{{message}}</span> {{hint}}</li>{{/issues}}</ul>{{/hasIssues}}
        {{#hasActs}}<p class="row wrap">{{#acts}}{{> portal/invoice-act}}{{/acts}}</p>{{/hasActs}}</div></div></section>

        """#
}
