// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/py.typed by Scripts/embed-assets; change that file, not this one.
    static let libPyTyped = #"""

        """#
}
