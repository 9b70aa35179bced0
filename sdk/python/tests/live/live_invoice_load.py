"""``InvoiceLoad`` on a real server: the five steps, files, lists, leases, messages."""

from __future__ import annotations

import os
import time
import unittest
from decimal import Decimal
from pathlib import Path

from lib.context import JobContext
from lib.errors import Conflict, LeaseLost
from lib.lease_keeper import LeaseKeeper
from lib.objects.invoice import InvoiceLoad
from tests.live.server import PDF, SERVER, LiveTest, import_invoice, status_of, wait_until


class FiveSteps(LiveTest):
    def setUp(self) -> None:
        super().setUp()
        self.load = InvoiceLoad(self.context)

    def claim_one(self) -> str:
        token = self.import_invoice()
        (lease,) = self.load.claim(ext_reference_1=self.reference, lease_ttl_seconds=60)
        self.assertEqual(lease.invoice_token, token)
        return token

    def test_an_invoice_goes_to_the_erp(self) -> None:
        token = self.claim_one()
        invoice = self.load.get_by_token(token)
        self.assertEqual((invoice.status, invoice.get_field("grossAmount")), ("PendingAcknowledgement", 121.1))
        self.assertEqual(invoice.get_decimal("grossAmount"), Decimal("121.10"))
        self.assertEqual(invoice.lines[0].get_field("quantity"), 2)
        self.assertEqual(self.load.acknowledge(token)["new_status"], "PendingResult")
        self.assertTrue(self.load.acknowledge(token)["idempotent"])
        result = self.load.integration_result(token, success=True, external_id_1="E-1")
        self.assertEqual(result["new_status"], "Processed")
        self.assertFalse(self.load.integration_result(token, success=True, external_id_1="E-1")["status_changed"])
        with self.assertRaises(Conflict):
            self.load.integration_result(token, success=True, external_id_1="E-2")

    def test_a_worker_learns_that_its_lease_was_lost(self) -> None:
        token = self.claim_one()
        self.load.give_back(token)
        other = JobContext.from_config(SERVER, "other")
        self.addCleanup(other.close)
        self.assertEqual(len(InvoiceLoad(other).claim(ext_reference_1=self.reference)), 1)
        with self.assertRaises(LeaseLost):
            self.load.acknowledge(token)

    def test_the_same_key_claims_the_same_leases(self) -> None:
        self.import_invoice()
        key = self.reference
        (first,) = self.load.claim(ext_reference_1=self.reference, idempotency_key=key)
        (again,) = self.load.claim(ext_reference_1=self.reference, idempotency_key=key)
        self.assertEqual((again.lease_token, again.fence), (first.lease_token, first.fence))

    def test_a_block_keeps_a_lease(self) -> None:
        self.import_invoice()
        (lease,) = self.load.claim(ext_reference_1=self.reference, lease_ttl_seconds=60)
        with self.load.lease(lease) as held:
            held.check()
            self.assertGreater(held.renew(600)["lease_expires_at"], lease.lease_expires_at)
            self.assertGreater(held.seconds_left, 500)
            self.assertEqual(held.give_back()["new_status"], "PendingIntegration")

    def test_leases_are_kept_in_the_background(self) -> None:
        now = [time.monotonic()]
        self.context.leases = LeaseKeeper(self.context.api, self.context.logger, clock=lambda: now[0])
        self.addCleanup(self.context.leases.close)
        load = InvoiceLoad(self.context)
        tokens = {self.import_invoice() for _ in range(3)}
        leases = load.claim(ext_reference_1=self.reference, lease_ttl_seconds=60)
        before = self.ends(tokens)
        now[0] += 25
        load.acknowledge(leases[0].invoice_token)
        self.context.leases.hold("wake", "", 60, now[0])
        wait_until(lambda: all(self.ends(tokens)[token] > before[token] for token in tokens), "leases to be renewed")

    def ends(self, tokens: set[str]) -> dict[str, str]:
        leases = self.context.api.get("/v1/leases")["leases"]
        return {each["invoice_token"]: each["lease_expires_at"] for each in leases if each["invoice_token"] in tokens}

    def test_files_stay_in_the_work_directory(self) -> None:
        names = ("../../invoice.pdf", "a/invoice.pdf", "invoice.pdf")
        token = import_invoice(self.context, {"ext_reference_1": self.reference}, names)
        self.load.claim(ext_reference_1=self.reference)
        attachments = self.load.get_by_token(token).attachments
        saved = [attachment.save() for attachment in attachments]
        self.assertEqual(len(set(saved)), 3)
        for path in saved:
            self.assertEqual(os.path.dirname(path), os.path.realpath(self.context.work_dir))
            self.assertEqual(Path(path).read_bytes(), PDF)
        self.assertEqual([each.type for each in attachments].count("INVOICE_IMAGE"), 1)
        with self.assertRaises(ValueError):
            attachments[0].save("../outside.pdf")
        self.assertEqual(attachments[0].read_bytes(), PDF)

    def test_lists_skip_nothing(self) -> None:
        tokens = {self.import_invoice() for _ in range(5)}
        records = self.load.list_all(state="PendingIntegration", ext_references={1: self.reference}, page_size=2)
        self.assertEqual({record["invoice_token"] for record in records}, tokens)

    def test_messages_come_in_the_order_of_their_recording(self) -> None:
        token = self.import_invoice()
        messages = list(
            self.load.lifecycle_messages_since("2026-01-01T00:00:00", "UTC", {1: self.reference}, page_size=1)
        )
        self.assertEqual({message["invoice_token"] for message in messages}, {token})
        self.assertEqual(messages[0]["code"], "RECEIVED")
        recorded = [message["recorded_at"] for message in messages]
        self.assertEqual(recorded, sorted(recorded))
        self.assertEqual(list(self.load.lifecycle_messages_since(recorded[-1], "UTC", {1: self.reference})), [])


class PostingOnce(LiveTest):
    def test_an_invoice_is_posted_and_reported(self) -> None:
        token = self.import_invoice()
        load = InvoiceLoad(self.context)
        (lease,) = load.claim(ext_reference_1=self.reference)
        outcome = load.post_once(lease, f"NQ-{token}", lambda _: None, lambda push: f"E-{push.reference}")
        self.assertEqual((outcome.outcome, outcome.external_id_1), ("posted", f"E-NQ-{token}"))
        self.assertEqual(status_of(self.context, token), 100)


if __name__ == "__main__":
    unittest.main()
