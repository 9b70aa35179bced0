// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/dry/__init__.py by Scripts/embed-assets; change that file, not this one.
    static let libDryInitPy = #"""
        """The dry run: a run that sends no write to anyone, and shows what it would have sent."""

        """#
}
