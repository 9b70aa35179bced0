// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/sample_data/invoices.json by Scripts/embed-assets; change that file, not this one.
    static let connectorsSampleDataInvoicesJson = #"""
        [
          {"id": 501, "header": {"supplier_number": "S-2001", "supplier_name": "Globex GmbH", "invoice_number": "GX-501", "invoice_date": "2026-05-19", "currency": "EUR", "total_amount": 119.00},
           "lines": [{"description": "Paper, A4", "quantity": 10, "unit_price": 11.90}]},
          {"id": 502, "header": {"supplier_number": "S-2002", "supplier_name": "Initech BV", "invoice_number": "IN-502", "invoice_date": "2026-05-20", "currency": "EUR", "total_amount": 242.00},
           "lines": [{"description": "Consulting", "quantity": 2, "unit_price": 121.00}]}
        ]

        """#
}
