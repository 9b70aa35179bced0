// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/places.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalPlaces = #"""
        {{! portal/places: shell.places, shell.adminPath }}
        <nav aria-label="Main">
        {{#shell.places}}
        <a href="{{path}}" title="{{title}}" data-go="{{key}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg>{{title}}</a>
        {{/shell.places}}
        {{#shell.adminPath}}<a href="{{.}}" title="Admin"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#shield"/></svg>Admin</a>{{/shell.adminPath}}
        </nav>

        """#
}
