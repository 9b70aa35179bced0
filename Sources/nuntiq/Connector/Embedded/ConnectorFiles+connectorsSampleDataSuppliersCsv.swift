// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/sample_data/suppliers.csv by Scripts/embed-assets; change that file, not this one.
    static let connectorsSampleDataSuppliersCsv = #"""
        number,name,active,city,country,iban,changed_at
        S-2001,Globex GmbH,1,Berlin,DE,DE89370400440532013000,2026-05-01T08:00:00Z
        S-2002,Initech BV,1,Delft,NL,NL91ABNA0417164300,2026-05-02T09:30:00Z
        S-2003,Umbrella Ltd,0,Leeds,GB,,2026-05-03T10:45:00Z

        """#
}
