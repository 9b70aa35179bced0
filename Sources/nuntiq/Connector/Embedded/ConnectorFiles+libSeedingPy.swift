// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/seeding.py by Scripts/embed-assets; change that file, not this one.
    static let libSeedingPy = #"""
        """Fills a Nuntiq from the files of ``fixtures/``: ``python3 -m lib.seeding --config config.json`` in a project.

        ``organization.json``, ``supplier.json``, ``purchase_order.json``, ``purchase_order_line.json`` and ``receipt.json`` are
        lists of rows as the API takes them. ``invoice.json`` is a list of ``{"invoice": {…}, "attachments": [{"type", "file"}]}``
        with the names of files in ``attachment_files/``. A file that is missing is nothing.
        """

        from __future__ import annotations

        import argparse
        import base64
        import json
        import sys
        import time
        from decimal import Decimal
        from pathlib import Path
        from typing import Any

        from .context import JobContext
        from .errors import ConnectorError, NuntiqError
        from .runner import read_config

        #: In the order in which they refer to each other.
        KINDS = {
            "organization": "/v1/organization",
            "supplier": "/v1/supplier",
            "purchase_order": "/v1/purchaseorder",
            "purchase_order_line": "/v1/purchaseorderline",
            "receipt": "/v1/receipt",
        }
        _PIPELINE_SECONDS_MAX = 60.0


        def seed(context: JobContext, folder: Path) -> dict[str, int]:
            """Takes the fixtures in and waits until the invoices have gone through the pipeline; how many of each."""
            counts = {}
            for kind, path in KINDS.items():
                rows = _read(folder / f"{kind}.json")
                if rows:
                    _named(f"{kind}.json", lambda: context.api.call("POST", path, data={"data": rows}, repeatable=True))
                counts[kind] = len(rows)
            invoices = _read(folder / "invoice.json")
            for place, entry in enumerate(invoices):
                body = {**entry, "attachments": [_attachment(folder, each) for each in entry.get("attachments", ())]}
                _named(f"invoice.json[{place}]", lambda: context.api.invoice_import(body))
            _wait_for_pipeline(context)
            return {**counts, "invoice": len(invoices)}


        def main() -> int:
            """The command; its exit status."""
            parser = argparse.ArgumentParser(description="Fill a Nuntiq from fixtures.")
            parser.add_argument("--config", required=True, metavar="FILE", help="as for main.py; - for standard input")
            parser.add_argument("--fixtures", default="fixtures", metavar="FOLDER")
            options = parser.parse_args()
            try:
                with JobContext.from_config(read_config(options.config)) as context:
                    counts = seed(context, Path(options.fixtures))
            except NuntiqError as error:
                print(f"nuntiq: {error}", file=sys.stderr)
                return 1
            taken = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
            print(f"Fixtures: {taken or 'none'}", file=sys.stderr)
            return 0


        def _read(file: Path) -> list[Any]:
            if not file.exists():
                return []
            try:
                rows = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
            except ValueError as error:
                raise ConnectorError(f"{file} is no JSON: {error}") from error
            if not isinstance(rows, list):
                raise ConnectorError(f"{file} must be a list.")
            return rows


        def _attachment(folder: Path, entry: dict[str, Any]) -> dict[str, Any]:
            name = str(entry["file"])
            content = (folder / "attachment_files" / Path(name).name).read_bytes()
            return {
                "type": entry.get("type", "ATTACHMENT"),
                "filename": name,
                "content": base64.b64encode(content).decode("ascii"),
            }


        def _named(place: str, call: Any) -> None:
            """Says which fixture was refused."""
            try:
                call()
            except NuntiqError as error:
                raise ConnectorError(f"fixtures/{place}: {error}") from error


        def _wait_for_pipeline(context: JobContext) -> None:
            end = time.monotonic() + _PIPELINE_SECONDS_MAX
            while context.api.get("/v1/invoices", {"state": "Processing", "limit": 1})["items"]:
                if time.monotonic() > end:
                    raise ConnectorError("The invoices are still being processed after a minute.")
                time.sleep(0.05)


        if __name__ == "__main__":
            sys.exit(main())

        """#
}
