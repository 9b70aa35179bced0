// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/fixtures/supplier.json by Scripts/embed-assets; change that file, not this one.
    static let fixturesSupplierJson = #"""
        [
          {"supplier_number": "S-001", "supplier_name": "Globex Supplies BV", "is_active": true,
           "supplier_location": [{"location_code": "HQ", "supplier_address": [{"city": "Delft", "country_code": "NL"}],
             "supplier_bank_account": [{"bank_account_number": "NL91ABNA0417164300", "is_primary": true}]}]},
          {"supplier_number": "S-002", "supplier_name": "Initech GmbH", "is_active": true}
        ]

        """#
}
