"""Loads of master data, payments, streams and messages on a real server."""

import datetime
import unittest
import uuid
from decimal import Decimal

from lib.delta import delta_run
from lib.errors import BadRequest, Conflict, CursorNotSet, DeltaRunBusy, NotFound
from lib.objects.customer_data_table import CustomerDataTableLoad
from lib.objects.invoice import InvoiceLoad
from lib.objects.lifecycle_message import LifecycleMessageLoad
from lib.objects.organization import OrganizationLoad
from lib.objects.payment import PaymentLoad
from lib.objects.purchase_order import PurchaseOrderLoad
from lib.objects.purchase_order_line import PurchaseOrderLineLoad
from lib.objects.receipt import ReceiptLoad
from lib.objects.supplier import SupplierLoad
from tests.live.server import LiveTest


class WithSuppliers(LiveTest):
    """Once a tenant has suppliers, invoices of others are not ready: so that of the imports is there."""

    def setUp(self) -> None:
        super().setUp()
        self.mark = uuid.uuid4().hex[:8]
        supplier = SupplierLoad(self.context).new()
        supplier.supplier_number, supplier.supplier_name = "S-001", "Globex"
        supplier.save()


class MasterData(WithSuppliers):

    def test_a_chain_from_organisation_to_receipt(self) -> None:
        mark = self.mark
        organizations = OrganizationLoad(self.context)
        group = organizations.new()
        group.code, group.name, group.organization_type = f"G-{mark}", "Group", 1
        identifier = group.new_identifier()
        identifier.identifier_label, identifier.identifier_value, identifier.identifier_type = "VAT", "NL1", "VAT"
        self.assertEqual(group.save()["inserted"], 1)

        suppliers = SupplierLoad(self.context)
        supplier = suppliers.new()
        supplier.supplier_number, supplier.supplier_name = f"S-{mark}", "Globex"
        location = supplier.new_location()
        location.location_code = "HQ"
        location.new_address().city = "Delft"
        location.new_bank_account().bank_account_number = "NL91ABNA0417164300"
        self.assertEqual(suppliers.save_all()["inserted"], 1)

        orders = PurchaseOrderLoad(self.context)
        order = orders.new()
        order.po_number, order.supplier_code, order.organization_unit_code = f"PO-{mark}", f"S-{mark}", f"G-{mark}"
        order.source_document_id, order.source_system = f"D-{mark}", "ERP"
        order.net_amount = Decimal("100.10")
        order.po_date = datetime.date(2026, 5, 19)
        order.save()

        lines = PurchaseOrderLineLoad(self.context)
        line = lines.new()
        line.po_number, line.po_line_number, line.source_document_id = f"PO-{mark}", "1", f"D-{mark}"
        line.source_line_id, line.quantity, line.unit_price, line.net_amount = (
            f"L-{mark}",
            2,
            Decimal("50.05"),
            Decimal("100.10"),
        )
        line.save()

        receipts = ReceiptLoad(self.context)
        receipt = receipts.new()
        receipt.po_number, receipt.po_line_number, receipt.receipt_line_number = f"PO-{mark}", "1", "1"
        receipt.quantity, receipt.unit_price, receipt.net_amount = 1, Decimal("50.05"), Decimal("50.05")
        receipt.source_document_id, receipt.source_line_id, receipt.source_receipt_line_id = (
            f"D-{mark}",
            f"L-{mark}",
            f"R-{mark}",
        )
        receipt.save()

        (read,) = orders.search(po_number=f"PO-{mark}")
        self.assertEqual(
            (read.net_amount, str(read.get_decimal("net_amount")), read.po_date), (100.1, "100.10", "2026-05-19")
        )
        self.assertEqual(len(receipts.search(po_number=f"PO-{mark}")), 1)
        orders.delete_where(po_number=f"PO-{mark}")
        self.assertEqual((orders.search(po_number=f"PO-{mark}"), receipts.search(po_number=f"PO-{mark}")), ([], []))
        with self.assertRaises(NotFound):
            orders.delete_where(po_number=f"PO-{mark}")

    def test_a_change_sends_what_was_changed(self) -> None:
        suppliers = SupplierLoad(self.context)
        supplier = suppliers.new()
        supplier.supplier_number, supplier.supplier_name, supplier.custom_field_1 = f"C-{self.mark}", "Before", "kept"
        supplier.new_location().location_code = "HQ"
        supplier.save()
        (read,) = suppliers.search(supplier_number=f"C-{self.mark}")
        read.supplier_name = "After"
        self.assertEqual(read.save()["updated"], 1)
        self.assertEqual(read.save()["unchanged"], 1)
        (again,) = suppliers.search(supplier_number=f"C-{self.mark}")
        self.assertEqual((again.supplier_name, again.custom_field_1, len(again.locations)), ("After", "kept", 1))
        again.deactivate()
        (inactive,) = suppliers.search(supplier_number=f"C-{self.mark}")
        self.assertFalse(inactive.is_active)
        again.delete()
        self.assertEqual(suppliers.search(supplier_number=f"C-{self.mark}"), [])

    def test_faults_are_named_by_row(self) -> None:
        suppliers = SupplierLoad(self.context)
        suppliers.new().supplier_number = f"F-{self.mark}"
        with self.assertRaises(BadRequest) as raised:
            suppliers.save_all()
        self.assertTrue(any("supplier_name" in fault["field"] for fault in raised.exception.details))
        with self.assertRaises(AttributeError):
            suppliers.new().supplier_nmae = "x"
        with self.assertRaises(ValueError):
            suppliers.delete_where()

    def test_a_table_is_replaced_as_one(self) -> None:
        table = CustomerDataTableLoad(self.context, table_name="customer_data_table_3")
        for rows in (2_300, 2_100):
            for number in range(rows):
                record = table.new()
                record.set("source_record_id", f"r-{number}")
                record.set("field_1", f"text {number}")
                record.set("number_field_1", Decimal("0.10"))
            table.save_all(full_load=True)
            self.assertEqual(table.get(page_size=10)["count"], rows)
        self.assertEqual(len(table.get_all_list()), 2_100)
        first = next(table.get_all())
        self.assertEqual(str(first.get_decimal("number_field_1")), "0.10")
        self.assertTrue(str(first.get("text_field_1")).startswith("text "))
        with self.assertRaises(ValueError):
            first.set("text_field_31", "x")

    def test_a_payment_pays_an_invoice(self) -> None:
        token = self.import_invoice()
        payments = PaymentLoad(self.context)
        payment = payments.new()
        payment.external_payment_id, payment.method, payment.currency = f"P-{self.mark}", "SEPA", "eur"
        payment.total_amount, payment.status = Decimal("121.10"), "PAID"
        payment.beneficiary_iban = "NL91ABNA0417164300"
        line = payment.new_line()
        line.invoice_token_id, line.applied_amount = token, Decimal("121.10")
        self.assertIn("payment_id", payment.save())
        (read,) = payments.for_invoice(token)
        self.assertEqual((read.status, read.total_amount), ("PAID", 121.1))
        self.assertNotEqual(read.beneficiary_iban, "NL91ABNA0417164300")
        wrong = payments.new()
        wrong.external_payment_id, wrong.method, wrong.currency, wrong.total_amount = f"Q-{self.mark}", "SEPA", "EUR", 1
        wrong.new_line().invoice_token_id = str(uuid.uuid4())
        right = payments.new()
        right.external_payment_id, right.method, right.currency, right.total_amount = f"R-{self.mark}", "SEPA", "EUR", 1
        results = payments.save_all()["results"]
        self.assertEqual([result["ok"] for result in results], [False, True])
        with self.assertRaises(TypeError):
            read.delete()


class Streams(LiveTest):
    def test_a_run_goes_on_where_the_last_one_ended(self) -> None:
        name = self.reference
        with delta_run(self.context, name, "suppliers") as run:
            self.assertIsNone(run.lower_bound_cursor)
            run.set_new_cursor("2026-05-19T10:00:00Z")
        with delta_run(self.context, name, "suppliers", overlap=datetime.timedelta(minutes=5)) as run:
            self.assertEqual(run.lower_bound_cursor, "2026-05-19T09:55:00Z")
            run.set_new_cursor(datetime.datetime(2026, 5, 19, 11, tzinfo=datetime.timezone.utc))
        with self.assertRaises(CursorNotSet):
            with delta_run(self.context, name, "suppliers"):
                pass
        with self.assertRaises(KeyError):
            with delta_run(self.context, name, "suppliers") as run:
                run.set_new_cursor("2026-06-01T00:00:00Z")
                raise KeyError("broken")
        state = self.context.api.get(f"/v1/delta/streams/{name}/suppliers")
        self.assertEqual((state["status"], state["error_summary"]), ("failed", "KeyError: 'broken'"))

    def test_a_run_that_was_taken_over_does_not_move_the_cursor(self) -> None:
        name = self.reference
        with self.assertRaises(Conflict), delta_run(self.context, name, "suppliers") as run:
            self.assertIsNone(run.lower_bound_cursor)
            with self.assertRaises(DeltaRunBusy):
                with delta_run(self.context, name, "suppliers"):
                    pass
            with delta_run(self.context, name, "suppliers", stuck_after=datetime.timedelta(0)) as other:
                other.set_new_cursor("2026-05-20T00:00:00Z")
            run.set_new_cursor("2026-05-21T00:00:00Z")
        state = self.context.api.get(f"/v1/delta/streams/{name}/suppliers")
        self.assertTrue(str(state["committed_cursor_value"]).startswith("2026-05-20"))


class Messages(WithSuppliers):
    def test_a_message_is_written_read_and_polled(self) -> None:
        token = self.import_invoice()
        load = LifecycleMessageLoad(self.context)
        message = load.new()
        message.code, message.note_supplier = "IN_PROCESS", "We are on it."
        message.reference_type, message.reference_value = "OTHER", "T-1"
        written = message.post_to(token, idempotency_key=self.reference)
        self.assertEqual((written.code, written.note_supplier), ("IN_PROCESS", "We are on it."))
        self.assertEqual(message.post_to(token, idempotency_key=self.reference).id, written.id)
        self.assertEqual([each.code for each in load.get_for_invoice(token, tier=2)], ["IN_PROCESS"])
        polled = list(load.poll_since("2026-01-01T00:00:00", {1: self.reference}))
        self.assertEqual(polled[-1].code, "IN_PROCESS")
        invoice = InvoiceLoad(self.context).get_by_token(token)
        other = load.new()
        other.code = "UNDER_QUERY"
        by_reference = other.post_by_reference(str(invoice.get_field("invoiceNumber")), "S-001")
        self.assertEqual(by_reference.invoice_token, token)

    def test_what_cannot_be_right_is_not_sent(self) -> None:
        load = LifecycleMessageLoad(self.context)
        for fields in ({}, {"code": "PAID", "reference_type": "X"}, {"code": "PAID", "note_supplier": "x" * 4001}):
            message = load.new()
            for name, value in fields.items():
                setattr(message, name, value)
            with self.assertRaises(ValueError):
                message.post_to(str(uuid.uuid4()))


if __name__ == "__main__":
    unittest.main()
