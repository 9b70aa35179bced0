// swift-format-ignore-file
extension PageTemplates {
    /// Made from Assets/pages/wordmark.mustache by Scripts/embed-assets; change that file, not this one.
    static let wordmark = #"""
        {{! wordmark: nothing }}
        <span class="mark"><svg class="wordmark" width="72" height="22" viewBox="0 0 78 24" role="img" aria-label="Nuntiq"><g class="letters"><path d="M2.200 18.500V4.200L12.800 18V3.500"/><path d="M18.200 8.500v5.600c0 2.200 1.300 3.500 3.300 3.500 2.100 0 3.600-1.500 3.600-3.700V8.500M25.100 8.500v10"/><path d="M31 8.500v10M31 13.100c0-2.200 1.500-3.700 3.600-3.700 2 0 3.300 1.300 3.300 3.500v5.600"/><path d="M44.300 4.500v10.600c0 1.600.8 2.400 2.300 2.400h2M41.300 9.500h7.300"/><path d="M54 8.500v10"/><circle cx="65" cy="13.500" r="4.300"/><path d="M70.200 8.500v14.800"/></g><path class="dart" d="M51.600 2.600h5.200v4.400z"/></svg></span>

        """#
}
