// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/invoice-file.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalInvoiceFile = #"""
        {{! portal/invoice-file: frame; name, words, icon, path, shownPath, imagePath, text, isPDF }}
        <div class="file"><div class="thumb"><span class="kind"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg></span><span class="cut">{{#shownPath}}<a class="plain strong" href="{{shownPath}}" title="{{name}}">{{name}}</a>{{/shownPath}}{{^shownPath}}<a class="plain strong" href="{{path}}" title="{{name}}">{{name}}</a>{{/shownPath}}<br><span class="muted small">{{words}}</span></span><a class="button quiet icon" href="{{path}}" download aria-label="Download {{name}}"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#download"/></svg></a></div>
        {{#imagePath}}<a href="{{imagePath}}"><img class="preview" src="{{imagePath}}" alt="{{name}}" loading="lazy"></a>{{/imagePath}}{{#isPDF}}<p class="muted small">It opens in your PDF program.</p>{{/isPDF}}{{#text}}<pre class="preview" tabindex="0" role="region" aria-label="Text of {{name}}">{{text}}</pre>{{/text}}</div>

        """#
}
