// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/status.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalStatus = #"""
        {{! portal/status: frame; word, icon, style, code }}
        <span class="status {{style}}" data-status="{{code}}"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="{{frame.icons}}#{{icon}}"/></svg>{{word}}</span>

        """#
}
