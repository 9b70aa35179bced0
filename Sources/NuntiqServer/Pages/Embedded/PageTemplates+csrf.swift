// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/csrf.mustache by Scripts/embed-assets; change that file, not this one.
    static let csrf = #"""
        {{! csrf: frame; stands in every form }}
        <input type="hidden" name="csrf" value="{{frame.csrf}}">

        """#
}
