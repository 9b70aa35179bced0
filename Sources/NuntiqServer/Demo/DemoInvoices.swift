/// What the demo supplier has sent: invoices that go through, and two that a person must look at.
enum DemoInvoices {
    static let bodies = [consulting, office, freight, creditNote, wrongSum, wrongIBAN]

    private static let consulting = """
        {"invoice": {"supplier_number": "S-001", "supplier_name": "Globex Supplies B.V.",
          "supplier_vat_id": "NL853746333B01", "invoice_number": "GS-2026-0107", "invoice_date": "2026-05-04",
          "due_date": "2026-06-03", "currency": "EUR", "net_amount": 4800.00, "tax_amount": 1008.00,
          "total_amount": 5808.00, "po_number": "PO-4500012", "iban": "NL91ABNA0417164300",
          "payment_reference": "GS-2026-0107", "ext_reference_1": "NL01",
          "lines": [
            {"description": "Warehouse redesign, phase 2", "quantity": 32, "unit_of_measure": "HUR",
              "unit_price": 150.00, "net_amount": 4800.00, "tax_rate": 21, "tax_amount": 1008.00}],
          "taxes": [{"tax_name": "VAT 21%", "tax_rate": 21, "tax_base_amount": 4800.00, "tax_amount": 1008.00}]}}
        """

    private static let office = """
        {"invoice": {"supplier_number": "S-001", "supplier_name": "Globex Supplies B.V.",
          "invoice_number": "GS-2026-0112", "invoice_date": "2026-05-11", "due_date": "2026-06-10",
          "currency": "EUR", "net_amount": 389.40, "tax_amount": 81.77, "total_amount": 471.17,
          "iban": "NL91ABNA0417164300", "ext_reference_1": "NL01",
          "lines": [
            {"description": "Copy paper A4, 80 g, box of 5", "product_code": "PAP-80", "quantity": 12,
              "unit_price": 22.95, "net_amount": 275.40, "tax_rate": 21},
            {"description": "Toner cartridge, black", "product_code": "TON-BK", "quantity": 2,
              "unit_price": 57.00, "net_amount": 114.00, "tax_rate": 21}],
          "taxes": [{"tax_name": "VAT 21%", "tax_rate": 21, "tax_base_amount": 389.40, "tax_amount": 81.77}]}}
        """

    private static let freight = """
        {"invoice": {"supplier_number": "S-014", "supplier_name": "Northwind Freight Inc.",
          "invoice_number": "NF-88213", "invoice_date": "2026-05-18", "currency": "USD", "total_amount": 1312.50,
          "po_number": "PO-4500019", "ext_reference_1": "US01",
          "lines": [
            {"description": "Ocean freight Rotterdam to Newark, 1 x 20 ft", "quantity": 1, "unit_price": 1250.00},
            {"description": "Fuel surcharge", "quantity": 1, "unit_price": 62.50}]}}
        """

    private static let creditNote = """
        {"invoice": {"supplier_number": "S-001", "supplier_name": "Globex Supplies B.V.",
          "document_type": "credit_note", "invoice_number": "GS-2026-C004", "invoice_date": "2026-05-20",
          "preceding_invoice_number": "GS-2026-0112", "preceding_invoice_date": "2026-05-11", "currency": "EUR",
          "net_amount": 57.00, "tax_amount": 11.97, "total_amount": 68.97, "ext_reference_1": "NL01",
          "lines": [
            {"description": "Toner cartridge, black, returned", "product_code": "TON-BK", "quantity": 1,
              "unit_price": 57.00, "net_amount": 57.00, "tax_rate": 21}],
          "taxes": [{"tax_name": "VAT 21%", "tax_rate": 21, "tax_base_amount": 57.00, "tax_amount": 11.97}]}}
        """

    /// Its total forgets the tax.
    private static let wrongSum = """
        {"invoice": {"supplier_number": "S-022", "supplier_name": "Initech Services GmbH",
          "invoice_number": "2026/0519", "invoice_date": "2026-05-19", "currency": "EUR", "net_amount": 950.00,
          "tax_amount": 180.50, "total_amount": 950.00, "ext_reference_1": "DE01",
          "lines": [{"description": "Server maintenance, May 2026", "quantity": 1, "unit_price": 950.00}],
          "taxes": [{"tax_name": "MwSt 19%", "tax_rate": 19, "tax_base_amount": 950.00, "tax_amount": 180.50}]}}
        """

    /// Two digits of its IBAN stand the wrong way round.
    private static let wrongIBAN = """
        {"invoice": {"supplier_number": "S-031", "supplier_name": "Umbrella Catering",
          "invoice_number": "UC-1177", "invoice_date": "2026-05-21", "currency": "EUR", "total_amount": 240.00,
          "iban": "NL19ABNA0417164300", "ext_reference_1": "NL01",
          "lines": [{"description": "Lunch for 20 people", "quantity": 20, "unit_price": 12.00}]}}
        """
}
