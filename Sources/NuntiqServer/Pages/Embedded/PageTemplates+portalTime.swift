// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/time.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalTime = #"""
        {{! portal/time: machine, title, text }}
        <time datetime="{{machine}}" title="{{title}}">{{text}}</time>

        """#
}
