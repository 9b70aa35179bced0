// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from connectors/02_pull_suppliers.py by Scripts/embed-assets; change that file, not this one.
    static let connectors02PullSuppliersPy = #"""
        """Brings suppliers that changed since the last run from a CSV file into Nuntiq (timestamp cursor)."""

        import csv
        from pathlib import Path

        from lib.delta import delta_run
        from lib.objects.supplier import SupplierLoad

        FIXTURE = Path(__file__).parent / "sample_data" / "suppliers.csv"


        def run(context):
            with delta_run(context, context.get_config("connector_name", "sample"), "suppliers") as r:
                rows, watermark = fetch_since(context.get_config("suppliers_csv", str(FIXTURE)), r.lower_bound_cursor)
                load = SupplierLoad(context)
                for row in rows:
                    supplier = load.new()
                    supplier.supplier_number = row["number"]
                    supplier.supplier_name = row["name"]
                    supplier.is_active = row["active"] == "1"
                    location = supplier.new_location()
                    location.location_code = "MAIN"
                    address = location.new_address()
                    address.city, address.country_code = row["city"], row["country"]
                    if row["iban"]:
                        location.new_bank_account().bank_account_number = row["iban"]
                counts = load.save_all()
                r.records_processed = len(rows)
                r.set_new_cursor(watermark)
            context.logger.info(f"{len(rows)} suppliers up to {watermark}: {counts}", step="suppliers")
            return {"suppliers": len(rows), "cursor": watermark}


        def fetch_since(path, cursor):
            """Rows changed after the cursor, and the newest change there is."""
            with open(path, newline="", encoding="utf-8") as file:
                rows = sorted(csv.DictReader(file), key=lambda row: row["changed_at"])
            watermark = rows[-1]["changed_at"] if rows else cursor
            return [row for row in rows if cursor is None or moment(row["changed_at"]) > moment(cursor)], watermark


        def moment(text):
            """A UTC time without its fraction's trailing zeros, so that two spellings of one moment are alike."""
            return text.rstrip("Z").rstrip("0").rstrip(".") if "." in text else text.rstrip("Z")

        """#
}
