// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/payment.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsPaymentPy = #"""
        """Payments, and which invoices they pay."""

        from __future__ import annotations

        from typing import Any

        from .. import checks
        from .master_load import CHUNK, MasterLoad, MasterRow
        from .rows import Moment, Number, Row, Text, Truth


        class PaymentLine(Row):
            """What of an invoice a payment pays; ``invoice_token_id`` is the wire's ``invoice_token``."""

            invoice_token_id = Text("invoice_token", is_identity=True)
            applied_amount = Number()
            applied_currency = Text()
            fx_rate_line = Number()
            fx_at_line = Moment()
            discount_amount = Number()
            discount_currency = Text()
            fee_amount_line = Number()
            fee_currency_line = Text()
            remittance_label = Text()
            remittance_value = Text()
            notes = Text()


        class Payment(MasterRow):
            """A payment; known by ``external_source`` and ``external_payment_id``.

            Accounts, routing numbers and cheque numbers are read masked; what was not set is not sent back. Lines that are sent
            replace those there are, unless ``replace_lines`` is false.
            """

            children = {"lines": PaymentLine}

            external_source = Text(is_identity=True)
            external_payment_id = Text(is_identity=True)
            method = Text(is_identity=True)
            total_amount = Number(is_identity=True)
            currency = Text(is_identity=True)
            status = Text()
            scheduled_at = Moment()
            submitted_at = Moment()
            sent_at = Moment()
            expected_settlement_at = Moment()
            settled_at = Moment()
            returned_at = Moment()
            payment_reference = Text()
            bank_reference = Text()
            ach_trace_number = Text()
            sepa_end_to_end_id = Text()
            rtp_trace_id = Text()
            check_number = Text()
            check_mailed_at = Moment()
            check_cleared_at = Moment()
            check_stop_payment = Truth()
            beneficiary_name = Text()
            beneficiary_bank_name = Text()
            beneficiary_bank_country = Text()
            beneficiary_swift_bic = Text()
            beneficiary_iban = Text()
            beneficiary_account = Text()
            beneficiary_routing = Text()
            payer_bank_name = Text()
            payer_bank_country = Text()
            payer_account = Text()
            payer_routing = Text()
            remittance_memo = Text()
            remittance_advice_url = Text()
            created_by = Text()
            created_via = Text()
            replace_lines = Truth()

            def new_line(self) -> PaymentLine:
                """A new line of the payment."""
                return self._new_child("lines", PaymentLine)

            @property
            def lines(self) -> list[Row]:
                """Its lines."""
                return self._lists["lines"]

            def save(self) -> dict[str, Any]:
                """Sends what was set or changed; ``{payment_id}``."""
                answer = dict(self._load._api.call("POST", "/v1/payments", data=self.body(), repeatable=self.is_known()))
                self._load._note_saved([self])
                if answer.get("payment_id"):
                    self.raw["payment_id"] = answer["payment_id"]
                return answer

            def delete(self) -> dict[str, Any]:
                """Not possible: a payment is a fact. Save it with ``status = 'CANCELED'``."""
                raise TypeError("Payments are not deleted: save them with status='CANCELED'.")

            def is_known(self) -> bool:
                """Whether it has an id by which the API knows it when it comes twice."""
                return bool(self.raw.get("external_payment_id"))


        class PaymentLoad(MasterLoad[Payment]):
            """The payments. Each one is taken or refused by itself."""

            path = "/v1/payments"
            item = Payment
            key_fields = ("external_source", "external_payment_id")

            def save(self, rows: list[Payment]) -> dict[str, Any]:
                """Sends up to 1000; ``{results: [{index, external_payment_id, ok, payment_id?, error?}]}``."""
                bodies = [row.body() for row in rows]
                answer = dict(self._api.call("POST", self.path, data=bodies, repeatable=all(row.is_known() for row in rows)))
                for row, result in zip(rows, answer["results"]):
                    if result.get("ok"):
                        row.raw["payment_id"] = result.get("payment_id")
                self._note_saved([row for row, result in zip(rows, answer["results"]) if result.get("ok")])
                return answer

            def save_all(self, full_load: bool = False, allow_shrink: bool = False) -> dict[str, Any]:
                """Sends what is queued, 1000 a request: ``{results}`` of all. What was refused stays queued, with its error."""
                if full_load or allow_shrink:
                    raise ValueError("Payments have no full_load.")
                rows = list(self._queue)
                results: list[Any] = []
                for start in range(0, len(rows), CHUNK):
                    part = self.save(rows[start : start + CHUNK])["results"]
                    results += [{**result, "index": start + place} for place, result in enumerate(part)]
                return {"results": results}

            def delete_where(self, **filters: Any) -> dict[str, Any]:
                """Not possible: save them with ``status = 'CANCELED'``."""
                raise TypeError("Payments are not deleted: save them with status='CANCELED'.")

            def for_invoice(self, invoice_token: str) -> list[Payment]:
                """The payments of an invoice."""
                path = f"/v1/invoices/{checks.token('invoice_token', invoice_token)}/payments"
                return [self._made(raw) for raw in self._api.call("GET", path, exact=True)["payments"]]

        """#
}
