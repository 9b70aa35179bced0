// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/06_export_invoices_csv.py by Scripts/embed-assets; change that file, not this one.
    static let connectors06ExportInvoicesCsvPy = #"""
        """Writes invoices that are ready to a CSV file with their attachments beside it, and marks them as posted."""

        import csv
        import os
        from pathlib import Path

        from lib.objects.invoice import InvoiceLoad

        COLUMNS = ["invoice_number", "supplier_number", "invoice_date", "currency", "gross_amount", "files"]


        def run(context):
            load = InvoiceLoad(context)
            count = 0
            folder = Path(context.work_dir)
            with open(folder / "invoices.csv", "w", newline="", encoding="utf-8") as file:
                table = csv.writer(file)
                table.writerow(COLUMNS)
                while True:
                    leases = load.claim(limit=50)
                    if not leases:
                        break
                    for lease in leases:
                        invoice = load.get_by_token(lease.invoice_token)
                        files = [os.path.basename(attachment.save()) for attachment in invoice.attachments]
                        table.writerow(
                            [
                                cell(invoice.get_field("invoiceNumber")),
                                cell(invoice.get_field("supplierNumber")),
                                invoice.get_field("invoiceDate"),
                                invoice.get_field("currencyCode"),
                                invoice.get_decimal("grossAmount"),
                                " ".join(files),
                            ]
                        )
                        # On disk before it is reported: a crash in between exports it again, and loses nothing.
                        file.flush()
                        os.fsync(file.fileno())
                        load.acknowledge(lease.invoice_token)
                        load.integration_result(lease.invoice_token, success=True, external_id_1=f"CSV-{invoice.id}")
                        count += 1
            context.logger.info(f"{count} invoices are in {folder}", step="export")
            return {"invoices": count, "folder": str(folder)}


        def cell(text):
            """A text that no spreadsheet takes for a formula."""
            text = "" if text is None else str(text)
            return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r", "\n") else text

        """#
}
