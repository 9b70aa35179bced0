// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/toolkit/__init__.py by Scripts/embed-assets; change that file, not this one.
    static let toolkitInitPy = #"""
        """The acceptance suite of ``nuntiq connector test``: a real Nuntiq, a proxy and an ERP that fail, and what is expected."""

        """#
}
