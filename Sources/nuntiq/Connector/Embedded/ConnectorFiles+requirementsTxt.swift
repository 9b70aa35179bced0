// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/requirements.txt by Scripts/embed-assets; change that file, not this one.
    static let requirementsTxt = #"""
        # What your connectors import besides lib, which needs nothing. Production has requests, paramiko, authlib, pandas,
        # pdfplumber and others; name here what you use.

        """#
}
