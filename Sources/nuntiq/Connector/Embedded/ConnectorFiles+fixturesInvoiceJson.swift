// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/fixtures/invoice.json by Scripts/embed-assets; change that file, not this one.
    static let fixturesInvoiceJson = #"""
        [
          {"invoice": {"supplier_number": "S-001", "supplier_name": "Globex Supplies BV", "invoice_number": "GS-2026-0101",
             "invoice_date": "2026-05-19", "due_date": "2026-06-18", "currency": "EUR", "total_amount": 1452.00,
             "ext_reference_1": "CUSTOMER-A",
             "lines": [{"description": "Toner, black", "quantity": 12, "unit_price": 100.00, "tax_rate": 21}],
             "addresses": [{"address_type": "vendor", "address_name": "Globex Supplies BV", "city": "Delft", "country": "NL"}]},
           "attachments": [{"type": "IMAGE", "file": "invoice.pdf"}]},
          {"invoice": {"supplier_number": "S-002", "supplier_name": "Initech GmbH", "invoice_number": "4711",
             "invoice_date": "2026-05-20", "currency": "EUR", "total_amount": 119.00, "ext_reference_1": "CUSTOMER-A",
             "lines": [{"description": "Consulting, May 2026", "quantity": 1, "unit_price": 100.00, "tax_rate": 19}]}}
        ]

        """#
}
