// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/places.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPlaces = #"""
        {{! portal/places: shell.places, shell.adminPath, shell.views }}
        <nav aria-label="Main">
        {{#shell.places}}
        <a href="{{path}}" title="{{title}}" data-go="{{key}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg>{{title}}{{#count}}<span class="n">{{.}}<span class="sr"> open</span></span>{{/count}}</a>
        {{/shell.places}}
        {{#shell.adminPath}}<a href="{{.}}" title="Admin"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#shield"/></svg>Admin</a>{{/shell.adminPath}}
        </nav>
        {{#shell.hasViews}}<h3>Saved views</h3>
        <nav aria-label="Saved views">{{#shell.views}}<a href="{{path}}" title="{{name}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}><span class="cut">{{name}}</span></a>{{/shell.views}}</nav>{{/shell.hasViews}}

        """#
}
