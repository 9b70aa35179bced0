// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice-act.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoiceAct = #"""
        {{! portal/invoice-act: frame; path, word, icon, style, key }}
        <a class="button{{style}}" href="{{path}}"{{#key}} data-key="{{.}}"{{/key}}><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg>{{word}}</a>

        """#
}
