"""The sample connectors that pull, run twice: the second run finds nothing new."""

from __future__ import annotations

import unittest

from lib.objects.supplier import SupplierLoad
from tests.live.samples import SampleTest


class PullSamples(SampleTest):
    def test_suppliers_come_once(self) -> None:
        config = {"connector_name": self.reference}
        first = self.run_sample("02_pull_suppliers", config)
        self.assertEqual((first["suppliers"], first["cursor"]), (3, "2026-05-03T10:45:00Z"))
        self.assertEqual(self.run_sample("02_pull_suppliers", config)["suppliers"], 0)
        (umbrella,) = SupplierLoad(self.context).search(supplier_number="S-2003")
        self.assertFalse(umbrella.is_active)
        (globex,) = SupplierLoad(self.context).search(supplier_number="S-2001")
        self.assertEqual(len(globex.locations), 1)

    def test_invoices_come_once(self) -> None:
        config = {"connector_name": self.reference}
        first = self.run_sample("03_pull_invoices", config)
        self.assertEqual((first["invoices"], int(first["cursor"])), (2, 502))
        self.assertEqual(self.run_sample("03_pull_invoices", config)["invoices"], 0)

    def test_messages_come_once(self) -> None:
        config = {"connector_name": self.reference, "ext_reference_1": self.reference}
        self.import_invoice()
        first = self.run_sample("04_poll_lifecycle_messages", config)
        self.assertGreaterEqual(first["messages"], 2)
        self.assertEqual(self.run_sample("04_poll_lifecycle_messages", config)["messages"], 0)


if __name__ == "__main__":
    unittest.main()
