"""Master data by what is sent: chunks, replacements, children, changes."""

from __future__ import annotations

import unittest
from decimal import Decimal

from lib.objects.customer_data_table import CustomerDataTableLoad
from lib.objects.ingestion import IngestionLoad
from lib.objects.organization import OrganizationLoad
from lib.objects.payment import PaymentLoad
from lib.objects.supplier import SupplierLoad
from lib.objects.user import UserLoad
from tests.stub_server import Answer, StubServer

SAVED = Answer(body={"inserted": 1, "updated": 0, "unchanged": 0})


class Saving(unittest.TestCase):
    def test_nothing_is_sent_before_a_save_and_then_in_chunks(self) -> None:
        with StubServer(SAVED) as server:
            load = SupplierLoad(server.context())
            for number in range(2_500):
                row = load.new()
                row.supplier_number, row.supplier_name = str(number), "x"
            self.assertEqual(server.asked, [])
            self.assertEqual(load.save_all(), {"inserted": 3, "updated": 0, "unchanged": 0})
            self.assertEqual([len(asked.json["data"]) for asked in server.asked], [1000, 1000, 500])
            self.assertEqual(load.save_all(), {"inserted": 0, "updated": 0, "unchanged": 0})
            self.assertEqual(len(server.asked), 3)

    def test_a_replacement_of_many_rows_goes_in_parts_of_one(self) -> None:
        with StubServer(SAVED) as server:
            load = OrganizationLoad(server.context())
            for number in range(1_500):
                load.new().code = str(number)
            load.save_all(full_load=True, allow_shrink=True)
            first, last = (asked.json for asked in server.asked)
            self.assertEqual((first["part"], first["last"], last["part"], last["last"]), (1, False, 2, True))
            self.assertEqual(first["load_id"], last["load_id"])
            self.assertTrue(first["full_load"] and first["allow_shrink"])

    def test_a_small_replacement_is_one_request(self) -> None:
        with StubServer(SAVED) as server:
            load = OrganizationLoad(server.context())
            load.new().code = "A"
            load.save_all(full_load=True)
            self.assertEqual(server.asked[0].json, {"data": [{"code": "A"}], "full_load": True})

    def test_children_travel_within_their_row(self) -> None:
        with StubServer(SAVED) as server:
            load = SupplierLoad(server.context())
            row = load.new()
            row.supplier_number, row.supplier_name = "S", "N"
            location = row.new_location()
            location.location_code = "HQ"
            location.new_address().street = "Road 1"
            location.new_bank_account().is_primary = True
            load.options["SupplierBankInsertOnly"] = True
            row.save()
            sent = {
                "supplier_number": "S",
                "supplier_name": "N",
                "supplier_location": [
                    {
                        "location_code": "HQ",
                        "supplier_address": [{"street": "Road 1"}],
                        "supplier_bank_account": [{"is_primary": True}],
                    }
                ],
            }
            self.assertEqual(server.asked[0].json, {"data": [sent], "SupplierBankInsertOnly": True})

    def test_what_was_read_is_not_sent_back(self) -> None:
        page = {
            "items": [
                {
                    "supplier_number": "S",
                    "supplier_name": "N",
                    "custom_field_1": "c",
                    "supplier_location": [{"location_code": "HQ"}],
                    "created_at": "t",
                }
            ],
            "count": 1,
            "page": 1,
        }
        with StubServer(Answer(body=page), SAVED) as server:
            (row,) = SupplierLoad(server.context()).search(supplier_number="S")
            self.assertEqual(
                (row.custom_field_1, row.created_at, row.locations[0].raw), ("c", "t", {"location_code": "HQ"})
            )
            row.is_active = False
            row.save()
            self.assertEqual(
                server.asked[1].json, {"data": [{"supplier_number": "S", "supplier_name": "N", "is_active": False}]}
            )
            row.locations[0].location_name = "Head office"  # type: ignore[attr-defined]
            row.save()
            self.assertEqual(
                server.asked[2].json["data"][0]["supplier_location"],
                [{"location_code": "HQ", "location_name": "Head office"}],
            )

    def test_a_lost_answer_is_asked_for_again_only_with_a_key(self) -> None:
        with StubServer(Answer(0), SAVED) as server:
            table = CustomerDataTableLoad(server.context(), table_name="prices")
            table.new().set("source_record_id", "1")
            table.save_all()
            self.assertEqual([asked.path for asked in server.asked], ["/api/v1/customerdatatable/prices"] * 2)
            server.answers = [Answer(0)]
            table.new().set("field_2", "x")
            with self.assertRaises(Exception):
                table.save_all()
            self.assertEqual(len(server.asked), 3)
            self.assertEqual(server.asked[2].json, {"data": [{"text_field_2": "x"}]})


class Reading(unittest.TestCase):
    def test_pages_are_lazy(self) -> None:
        full = {"items": [{"code": str(number)} for number in range(500)], "count": 501, "page": 1}
        rest = {"items": [{"code": "500", "amount": 1}], "count": 501, "page": 2}
        with StubServer(Answer(body=full), Answer(body=rest)) as server:
            rows = OrganizationLoad(server.context()).get_all()
            next(rows)
            self.assertEqual(len(server.asked), 1)
            self.assertEqual(sum(1 for _ in rows), 500)
            self.assertIn("page=2", server.asked[1].path)

    def test_a_page_has_its_rows_and_the_count_of_all(self) -> None:
        with StubServer(Answer(body={"items": [{"code": "A"}], "count": 70, "page": 2})) as server:
            page = OrganizationLoad(server.context()).get(page=2, page_size=69)
            self.assertEqual((page["count"], page["items"][0].code), (70, "A"))
            self.assertIn("page=2&limit=69", server.asked[0].path)


class Deleting(unittest.TestCase):
    def test_filters_are_joined_and_never_empty(self) -> None:
        with StubServer(Answer(body={"deleted": 1})) as server:
            load = OrganizationLoad(server.context())
            load.delete_where(code="A", name="B")
            self.assertEqual(server.asked[0].json, {"parameters": [{"code": "A", "name": "B"}]})
            for filters in ({}, {"code": None}):
                with self.assertRaises(ValueError):
                    load.delete_where(**filters)
            row = load.new()
            with self.assertRaises(ValueError):
                row.delete()
            row.code = "A"
            row.deactivate()
            self.assertEqual(server.asked[1].json, {"parameters": [{"code": "A"}], "action": "deactivate"})

    def test_a_delete_whose_answer_was_lost_is_not_an_error(self) -> None:
        with StubServer(Answer(0), Answer(404, {"error": "not_found"})) as server:
            self.assertEqual(SupplierLoad(server.context()).delete_where(supplier_number="S"), {})


class Payments(unittest.TestCase):
    def test_a_line_names_its_invoice_and_money_is_exact(self) -> None:
        with StubServer(Answer(body={"payment_id": "p"})) as server:
            payment = PaymentLoad(server.context()).new()
            payment.external_payment_id, payment.total_amount = "P", Decimal("0.10")
            payment.new_line().invoice_token_id = "t"
            payment.save()
            self.assertEqual(
                server.asked[0].body, b'{"external_payment_id":"P","total_amount":0.10,"lines":[{"invoice_token":"t"}]}'
            )
            self.assertEqual(payment.payment_id, "p")

    def test_a_masked_account_is_not_written_back(self) -> None:
        page = {
            "items": [
                {"external_source": "E", "external_payment_id": "P", "beneficiary_iban": "****4300", "status": "SENT"}
            ],
            "count": 1,
        }
        with StubServer(Answer(body=page), Answer(body={"payment_id": "p"})) as server:
            (payment,) = PaymentLoad(server.context()).search(status="SENT")
            payment.status = "PAID"
            payment.save()
            self.assertEqual(
                server.asked[1].json, {"external_source": "E", "external_payment_id": "P", "status": "PAID"}
            )

    def test_what_was_refused_stays_queued(self) -> None:
        results = [{"index": 0, "ok": True, "payment_id": "p"}, {"index": 1, "ok": False, "error": "no"}]
        with StubServer(Answer(207, {"results": results})) as server:
            load = PaymentLoad(server.context())
            load.new()
            load.new()
            self.assertEqual([result["ok"] for result in load.save_all()["results"]], [True, False])
            server.answers = [Answer(body={"results": [{"index": 0, "ok": True}]})]
            self.assertEqual(len(load.save_all()["results"]), 1)
            for call in (load.delete_where, load.new().delete):
                with self.assertRaises(TypeError):
                    call()


class Users(unittest.TestCase):
    def test_who_has_not_been_here_is_listed_or_deactivated(self) -> None:
        with StubServer(Answer(body={"users": [], "truncated": False})) as server:
            load = UserLoad(server.context())
            load.deactivate_inactive(90, ["root"], dry_run=True)
            self.assertEqual(server.asked[0].json, {"days": 90, "exclude_login_accounts": ["root"], "dry_run": True})
            user = load.new()
            user.login_account = "ann"
            user.new_group("AP")
            user.save()
            self.assertEqual(
                server.asked[1].json, {"data": [{"login_account": "ann", "groups": [{"external_code": "AP"}]}]}
            )
            with self.assertRaises(ValueError):
                load.save_all(full_load=True)


class Ingesting(unittest.TestCase):
    DATA = {"sourceDocumentId": 7, "filesUploaded": 2, "pdfFilesQueued": 1, "details": {"uploadSessionId": "u"}}

    def test_files_travel_as_a_form(self) -> None:
        with StubServer(Answer(body={"success": True, "data": self.DATA})) as server:
            files = [("a.pdf", b"%PDF", None), ('b".xml', b"<a/>", "text/xml")]
            result = IngestionLoad(server.context()).ingest_files(files, supplier_code="S")
            self.assertEqual(
                (result.source_document_id, result.files_uploaded, result.pdf_files_queued, result.upload_session_id),
                (7, 2, 1, "u"),
            )
            body = server.asked[0].body
            for part in (
                b'filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n',
                b'filename="b%22.xml"\r\nContent-Type: text/xml',
                b'name="supplier_code"\r\n\r\nS\r\n',
            ):
                self.assertIn(part, body)

    def test_what_is_out_of_range_is_refused_before_any_request(self) -> None:
        with StubServer() as server:
            load = IngestionLoad(server.context())
            for files in ([], [("a.pdf", b"x", None)] * 21, [("a.pdf", b"", None)], [("", b"x", None)]):
                with self.assertRaises(ValueError):
                    load.ingest_files(files)
            with self.assertRaises(ValueError):
                load.new_invoice(workflow="other")
            invoice = load.new_invoice()
            invoice.attach("a.pdf", b"x", "IMAGE")
            with self.assertRaises(ValueError):
                invoice.attach("b.pdf", b"x", "IMAGE")
            self.assertEqual(server.asked, [])

    def test_an_invoice_is_put_together_and_submitted(self) -> None:
        answer = {
            "success": True,
            "data": {"invoice_token": "t", "invoice_id": 5, "source_document_id": 6, "warnings": ["w"]},
        }
        with StubServer(Answer(body=answer)) as server:
            invoice = IngestionLoad(server.context()).new_invoice(workflow="full_enrichment", receiving_inbox="ap@x")
            invoice.header.invoice_number = "1"
            invoice.header.total_amount = Decimal("1.10")
            invoice.new_line().quantity = 2
            invoice.new_address().city = "Delft"
            invoice.attach("a.pdf", b"x")
            imported = invoice.submit(idempotency_key="k")
            self.assertEqual((imported.invoice_token, imported.invoice_id, imported.warnings), ("t", 5, ["w"]))
            sent = server.asked[0]
            self.assertEqual(sent.headers["Idempotency-Key"], "k")
            self.assertEqual(
                sent.json["invoice"],
                {
                    "invoice_number": "1",
                    "total_amount": 1.10,
                    "lines": [{"quantity": 2}],
                    "addresses": [{"city": "Delft"}],
                },
            )
            self.assertEqual((sent.json["workflow"], sent.json["receiving_inbox"]), ("full_enrichment", "ap@x"))


if __name__ == "__main__":
    unittest.main()
