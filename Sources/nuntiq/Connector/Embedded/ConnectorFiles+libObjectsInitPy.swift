// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/__init__.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInitPy = #"""
        """One module per kind of data: ``invoice``, ``supplier``, ``purchase_order``, ``payment`` and so on."""

        """#
}
