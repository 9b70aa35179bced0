// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/flight/__init__.py by Scripts/embed-assets; change that file, not this one.
    static let libFlightInitPy = #"""
        """The flight recorder: a run in one file, both sides of it, and its replay without network or server."""

        """#
}
