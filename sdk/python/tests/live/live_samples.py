"""The sample connectors that push run to success on a real server."""

from __future__ import annotations

import csv
import json
import tempfile
import threading
import unittest
import uuid
from pathlib import Path

from fake_erp import FakeERP
from tests.live.samples import SampleTest
from tests.live.server import PDF, import_invoice, status_of


class Samples(SampleTest):
    def test_settings_are_used_and_secrets_are_masked(self) -> None:
        result = self.run_sample(
            "01_use_settings", {"connector_name": "mine"}, secrets={"erp_password": "hunter2secret"}
        )
        self.assertEqual((result["connector_name"], result["secrets"]), ("mine", ["erp_password"]))
        self.assertNotIn("hunter2", self.errors)
        self.assertIn("password is ***", self.errors)

    def test_invoices_are_pushed_once(self) -> None:
        token = self.import_invoice()
        with tempfile.TemporaryDirectory() as folder:
            ledger = Path(folder, "ledger.jsonl")
            erp = FakeERP(str(ledger))
            threading.Thread(target=erp.serve_forever, args=(0.05,), daemon=True).start()
            self.addCleanup(erp.server_close)
            self.addCleanup(erp.shutdown)
            first = self.run_sample("05_push_invoices", {"erp_url": erp.url})
            self.assertGreaterEqual(first["posted"], 1)
            again = self.run_sample("05_push_invoices", {"erp_url": erp.url})  # finds what became ready meanwhile
            references = [json.loads(line)["reference"] for line in ledger.read_text().splitlines()]
            self.assertEqual(len(references), first["posted"] + again["posted"])
            self.assertEqual(len(set(references)), len(references))
        self.assertEqual(status_of(self.context, token), 100)

    def test_invoices_are_exported_with_their_files(self) -> None:
        header = {"ext_reference_1": self.reference, "invoice_number": f"=cmd-{uuid.uuid4().hex[:8]}"}
        token = import_invoice(self.context, header, ("a.pdf", "a.pdf"))
        result = self.run_sample("06_export_invoices_csv")
        folder = Path(result["folder"])
        with (folder / "invoices.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        row = next(row for row in rows if row["invoice_number"] == f"'{header['invoice_number']}")
        self.assertEqual((row["gross_amount"], row["files"]), ("121.10", "a.pdf a-2.pdf"))
        self.assertEqual((folder / "a-2.pdf").read_bytes(), PDF)
        self.assertEqual(status_of(self.context, token), 100)


if __name__ == "__main__":
    unittest.main()
