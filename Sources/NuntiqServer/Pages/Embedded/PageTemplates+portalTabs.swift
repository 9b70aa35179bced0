// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/tabs.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalTabs = #"""
        {{! portal/tabs: tabs }}
        <nav class="tabs" aria-label="Pages of this room">{{#tabs}}<a href="{{path}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{title}}</a>{{/tabs}}</nav>

        """#
}
