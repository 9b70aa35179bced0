// swift-format-ignore-file
extension SiteFiles {
    /// Made from Assets/site/icon.svg by Scripts/embed-assets; change that file, not this one.
    static let iconSvg = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>path{fill:#12201f}.dart{fill:#0b6070}@media (prefers-color-scheme:dark){path{fill:#e7eeed}.dart{fill:#5dc3d2}}</style><path d="M2 3h5l10 13.600V10.500h5V21h-5L7 7.400V21H2z"/><path class="dart" d="M11.600 3H22v6.400h-5.700z"/></svg>

        """#
}
