// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/portal/fault.mustache by Scripts/embed-assets; change that file, not this one.
    static let portalFault = #"""
        {{! portal/fault: id, text }}
        <p class="error" id="{{id}}" role="alert"><svg class="i" aria-hidden="true"><use href="{{frame.icons}}#warn"/></svg><span>{{text}}</span></p>

        """#
}
