"""``InvoiceLoad`` by what it sends and what it refuses to send."""

from __future__ import annotations

import unittest
from decimal import Decimal
from typing import Any

from lib.objects.invoice import Invoice, InvoiceLoad
from tests.stub_server import Answer, StubServer

TOKEN = "01a1fd71-3008-7968-b1b1-b16cae7b5f9b"
LEASE = {
    "invoice_token": TOKEN,
    "lease_token": "l-1",
    "lease_expires_at": "2026-11-21T09:36:01.384414Z",
    "fence": 3,
    "mode": "post",
}


class Claiming(unittest.TestCase):
    def test_the_defaults_are_those_of_the_page(self) -> None:
        with StubServer(Answer(body={"leases": [LEASE]})) as server:
            (lease,) = InvoiceLoad(server.context()).claim()
            body = {"state": "PendingIntegration", "limit": 10, "lease_ttl_seconds": 300}
            self.assertEqual(server.asked[0].json, body)
            self.assertEqual(
                (lease.invoice_token, lease.lease_token, lease.fence, lease.mode), (TOKEN, "l-1", 3, "post")
            )

    def test_tries_of_one_claim_share_a_key_and_two_claims_do_not(self) -> None:
        with StubServer(Answer(0), Answer(body={"leases": []})) as server:
            load = InvoiceLoad(server.context())
            load.claim()
            load.claim()
            keys = [asked.headers["Idempotency-Key"] for asked in server.asked]
            self.assertEqual(keys[0], keys[1])
            self.assertNotEqual(keys[1], keys[2])

    def test_what_is_out_of_range_is_refused_before_any_request(self) -> None:
        wrong: list[dict[str, Any]] = [
            {"limit": 0},
            {"limit": 51},
            {"limit": True},
            {"limit": "10"},
            {"lease_ttl_seconds": 59},
            {"lease_ttl_seconds": 1801},
            {"state": "Processed"},
            {"idempotency_key": ""},
            {"idempotency_key": "ä"},
            {"idempotency_key": "a b"},
            {"idempotency_key": "k" * 256},
            {"ext_reference_2": " "},
            {"modes": []},
            {"modes": "post"},
            {"modes": ["push"]},
            {"ext_reference_1": "r" * 256},
        ]
        with StubServer() as server:
            load = InvoiceLoad(server.context())
            for arguments in wrong:
                with self.assertRaises(ValueError, msg=str(arguments)):
                    load.claim(**arguments)
            for call in (load.get_by_token, load.acknowledge, load.give_back):
                with self.assertRaises(ValueError):
                    call("no-token")
            with self.assertRaises(ValueError):
                load.integration_result(TOKEN, success="yes")  # type: ignore[arg-type]
            with self.assertRaises(ValueError):
                load.integration_result(TOKEN, success=True, failure_code="X")
            with self.assertRaises(ValueError):
                load.integration_result(TOKEN, success=True, external_id_1="x" * 256)
            with self.assertRaises(ValueError):
                load.list_all(page_size=0)
            with self.assertRaises(ValueError):
                load.lifecycle_messages_since(since="2026-01-01", tz="UTC", ext_references={})
            with self.assertRaises(ValueError):
                load.lifecycle_messages_since(since="2026-01-01", tz="UTC", ext_references={6: "A"})
            self.assertEqual(server.asked, [])

    def test_lease_tokens_are_sent(self) -> None:
        with StubServer(Answer(body={"leases": [LEASE]}), Answer(body={"ok": True})) as server:
            load = InvoiceLoad(server.context())
            load.claim()
            load.acknowledge(TOKEN)
            load.integration_result(TOKEN, success=True, external_id_1="E-1", external_message_1="POSTED")
            load.integration_result(TOKEN, success=False, failure_code="X", failure_message="…", force_override=True)
            self.assertEqual([asked.headers.get("X-Lease-Token") for asked in server.asked[1:]], ["l-1"] * 3)
            self.assertEqual(
                server.asked[2].json, {"success": True, "external_id_1": "E-1", "external_message_1": "POSTED"}
            )
            failure = {"success": False, "failure_code": "X", "failure_message": "…", "force_override": True}
            self.assertEqual(server.asked[3].json, failure)

    def test_a_token_in_base_32_is_the_same_token(self) -> None:
        with StubServer() as server:
            InvoiceLoad(server.context()).acknowledge("01T7YQ2C08F5MV3CDHDJQ7PQWV")
            self.assertRegex(server.asked[0].path, "/v1/invoices/[0-9a-f]{8}-[0-9a-f-]{27}/acknowledge")


class Lists(unittest.TestCase):
    def test_pages_are_asked_for_when_they_are_needed(self) -> None:
        pages = [
            Answer(body={"items": [{"invoice_token": "a"}], "next_cursor": "c1"}),
            Answer(body={"items": [{"invoice_token": "b"}], "next_cursor": None}),
        ]
        with StubServer(*pages) as server:
            records = InvoiceLoad(server.context()).list_all(state="PendingIntegration")
            self.assertEqual(len(server.asked), 0)
            self.assertEqual(next(records)["invoice_token"], "a")
            self.assertEqual(len(server.asked), 1)
            self.assertEqual([record["invoice_token"] for record in records], ["b"])
            self.assertIn("cursor=c1", server.asked[1].path)


class Reading(unittest.TestCase):
    def test_numbers_are_floats_and_exact_beside_it(self) -> None:
        detail = (
            b'{"invoice": {"id": 7, "invoice_token": "t", "status": 92, "status_info": {"code": 92, "group": "PendingAcknowledgement",'
            b' "label": "Claimed"}, "fields": [{"key": "grossAmount", "label": "Gross", "value": 100.10}, {"key": "count", "value": 3}]},'
            b' "lines": [{"invoice_line_number": 1, "fields": [{"key": "quantity", "value": 0.1}]}], "taxes": [{"tax_amount": 2.50}],'
            b' "matchAI": [{"net_amount": 9.90, "confidence_score": 0.97, "invoice_line_number": "1a"}],'
            b' "email": {"eml_subject": "Invoice"}, "addresses": [{"address_type": "vendor", "city": "Delft"}]}'
        )
        with StubServer(Answer(body=detail)) as server:
            invoice = InvoiceLoad(server.context()).get_by_token(TOKEN)
        self.assertEqual(
            (invoice.status, invoice.status_info.code, invoice.status_info.label),
            ("PendingAcknowledgement", 92, "Claimed"),
        )
        self.assertEqual((invoice.get_field("grossAmount"), invoice.get_field("none", 1)), (100.1, 1))
        self.assertIsInstance(invoice.get_field("count"), int)
        self.assertEqual(str(invoice.get_decimal("grossAmount")), "100.10")
        self.assertEqual(invoice.fields["grossAmount"], 100.1)
        self.assertEqual(invoice.lines[0].get_decimal("quantity"), Decimal("0.1"))
        self.assertEqual(str(invoice.taxes[0].get_decimal("tax_amount")), "2.50")
        match = invoice.ai_matches[0]
        self.assertEqual((match.amount, match.confidence_score, str(match.get_decimal("amount"))), (9.9, 0.97, "9.90"))
        assert invoice.email is not None
        self.assertEqual(invoice.email.eml_subject, "Invoice")
        address = invoice.get_address("vendor")
        assert address is not None
        self.assertEqual(address.city, "Delft")
        self.assertIsNone(invoice.get_address("bill_to"))

    def test_it_is_read_only(self) -> None:
        with StubServer() as server:
            invoice = Invoice({"invoice": {"id": 1, "invoice_token": "t"}}, server.context())
        with self.assertRaises(AttributeError):
            invoice.lines = ()  # type: ignore[misc]
        self.assertIsNone(invoice.email)


if __name__ == "__main__":
    unittest.main()
