// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/__init__.py by Scripts/embed-assets; change that file, not this one.
    static let libInitPy = #"""
        """The Python SDK of Nuntiq: what a connector imports.

        Standard library only, Python 3.9 and newer, fully typed. A connector is a file ``connectors/<key>.py`` with a docstring
        and ``def run(context)``; the objects it works with are in ``lib.objects``.
        """

        __version__ = "1.0.0"

        """#
}
