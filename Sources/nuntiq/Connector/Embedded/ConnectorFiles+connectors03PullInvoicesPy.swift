// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/03_pull_invoices.py by Scripts/embed-assets; change that file, not this one.
    static let connectors03PullInvoicesPy = #"""
        """Brings invoices that another system numbered since the last run into Nuntiq (numeric cursor)."""

        import json
        from decimal import Decimal
        from pathlib import Path

        from lib.delta import delta_run
        from lib.objects.ingestion import IngestionLoad

        FIXTURE = Path(__file__).parent / "sample_data" / "invoices.json"


        def run(context):
            name = context.get_config("connector_name", "sample")
            with delta_run(context, name, "invoices", cursor_type="numeric_id") as r:
                last = int(r.lower_bound_cursor or 0)
                source = Path(context.get_config("invoices_json", str(FIXTURE))).read_text(encoding="utf-8")
                rows = [row for row in json.loads(source, parse_float=Decimal) if row["id"] > last]
                load = IngestionLoad(context)
                for row in sorted(rows, key=lambda row: row["id"]):
                    invoice = load.new_invoice(workflow="full_enrichment")
                    for field, value in row["header"].items():
                        setattr(invoice.header, field, value)
                    for values in row["lines"]:
                        line = invoice.new_line()
                        for field, value in values.items():
                            setattr(line, field, value)
                    # The key makes a second run of the same row the same invoice.
                    imported = invoice.submit(idempotency_key=f"{name}-{row['id']}")
                    context.logger.info(f"Invoice {row['id']} is {imported.invoice_token}", step="import")
                    last = row["id"]
                r.records_processed = len(rows)
                r.set_new_cursor(last)
            return {"invoices": len(rows), "cursor": last}

        """#
}
