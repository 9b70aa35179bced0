// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/logo.mustache by Scripts/embed-assets; change that file, not this one.
    static let logo = #"""
        {{! logo: nothing }}
        <svg class="logo" width="28" height="28" viewBox="0 0 24 24" role="img" aria-label="Nuntiq"><path fill="currentColor" d="M2 3h5l10 13.600V10.500h5V21h-5L7 7.400V21H2z"/><path class="dart" d="M11.600 3H22v6.400h-5.700z"/></svg>

        """#
}
