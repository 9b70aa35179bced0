// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/invoice_parts.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInvoicePartsPy = #"""
        """The parts of an invoice. Read-only; numbers are ``float`` or ``int``.

        The exact numbers are one step away: ``get_decimal(key)`` and ``raw``.
        """

        from __future__ import annotations

        from decimal import Decimal
        from typing import Any, Mapping

        from .invoice_fields import WithFields
        from .records import Record


        class InvoiceStatus(Record):
            """The status in full: ``code`` (such as 92), ``group``, ``label``, and ``key`` and ``description``."""

            __slots__ = ()

            @property
            def code(self) -> int:
                """The number on the wire."""
                return int(self.raw.get("code", 0))

            @property
            def group(self) -> str:
                """``PendingIntegration``, ``PendingAcknowledgement``, ``PendingResult``, ``Processed``, …"""
                return str(self.raw.get("group", ""))

            @property
            def label(self) -> str:
                """For people."""
                return str(self.raw.get("label", ""))

            @property
            def key(self) -> str:
                """For programs, such as ``PENDING_INTEGRATION_FIRST``."""
                return str(self.raw.get("key", ""))

            @property
            def description(self) -> str | None:
                """A sentence for people."""
                return self._text("description")


        class InvoiceLine(WithFields):
            """A line; what it says is in its fields: ``line.get_field('quantity')``."""

            __slots__ = ()

            def __init__(self, raw: Mapping[str, Any]) -> None:
                super().__init__(raw, raw.get("fields") or ())

            @property
            def id(self) -> int | None:
                """Its id."""
                value = self.raw.get("id")
                return None if value is None else int(value)

            @property
            def invoice_id(self) -> int | None:
                """The id of its invoice."""
                value = self.raw.get("invoice_id")
                return None if value is None else int(value)

            @property
            def invoice_line_number(self) -> int | str | None:
                """An ``int`` when it is all digits without leading zeros."""
                value: int | str | None = self.raw.get("invoice_line_number")
                return value


        class InvoiceAddress(Record):
            """An address of the invoice."""

            __slots__ = ()

            @property
            def address_type(self) -> str | None:
                """``vendor``, ``remit_to``, ``ship_to`` or ``bill_to``."""
                return self._text("address_type")

            @property
            def address_name(self) -> str | None:
                """Who is there."""
                return self._text("address_name")

            @property
            def street(self) -> str | None:
                """Street and number."""
                return self._text("street")

            @property
            def city(self) -> str | None:
                """Town."""
                return self._text("city")

            @property
            def state(self) -> str | None:
                """State or province."""
                return self._text("state")

            @property
            def postal_code(self) -> str | None:
                """Postal code."""
                return self._text("postal_code")

            @property
            def country(self) -> str | None:
                """Country code."""
                return self._text("country")


        class InvoiceTax(Record):
            """A row of the tax breakdown."""

            __slots__ = ()

            @property
            def tax_name(self) -> str | None:
                """Its name."""
                return self._text("tax_name")

            @property
            def tax_rate(self) -> float | int | None:
                """In percent."""
                return self._number("tax_rate")

            @property
            def tax_base_amount(self) -> float | int | None:
                """What is taxed."""
                return self._number("tax_base_amount")

            @property
            def tax_amount(self) -> float | int | None:
                """The tax."""
                return self._number("tax_amount")


        class InvoiceCharge(Record):
            """A charge on the whole invoice."""

            __slots__ = ()

            @property
            def charge_name(self) -> str | None:
                """Its name."""
                return self._text("charge_name")

            @property
            def charge_amount(self) -> float | int | None:
                """What it adds."""
                return self._number("charge_amount")


        class InvoiceDiscount(Record):
            """A discount on the whole invoice."""

            __slots__ = ()

            @property
            def discount_name(self) -> str | None:
                """Its name."""
                return self._text("discount_name")

            @property
            def discount_rate(self) -> float | int | None:
                """In percent."""
                return self._number("discount_rate")

            @property
            def discount_amount(self) -> float | int | None:
                """What it takes off."""
                return self._number("discount_amount")


        class InvoiceAIMatch(Record):
            """A proposed match of an invoice line with an order or receipt line; several per line are possible."""

            __slots__ = ()

            @property
            def id(self) -> int | None:
                """Its id."""
                value = self.raw.get("id")
                return None if value is None else int(value)

            @property
            def invoice_id(self) -> int | None:
                """The id of its invoice."""
                value = self.raw.get("invoice_id")
                return None if value is None else int(value)

            @property
            def invoice_line_number(self) -> int | str | None:
                """The line it is about."""
                value: int | str | None = self.raw.get("invoice_line_number")
                return value

            @property
            def purchase_order_number(self) -> str | None:
                """The order."""
                return self._text("purchase_order_number")

            @property
            def purchase_order_line_number(self) -> int | str | None:
                """The line of the order."""
                value: int | str | None = self.raw.get("purchase_order_line_number")
                return value

            @property
            def product_code(self) -> str | None:
                """The product."""
                return self._text("product_code")

            @property
            def receipt_number(self) -> str | None:
                """The receipt."""
                return self._text("receipt_number")

            @property
            def receipt_line_number(self) -> int | str | None:
                """The line of the receipt."""
                value: int | str | None = self.raw.get("receipt_line_number")
                return value

            @property
            def quantity(self) -> float | int | None:
                """How much of it."""
                return self._number("quantity")

            @property
            def unit_price(self) -> float | int | None:
                """The price of one unit."""
                return self._number("unit_price")

            @property
            def unit_of_measure(self) -> str | None:
                """The unit."""
                return self._text("unit_of_measure")

            @property
            def amount(self) -> float | int | None:
                """The net amount; ``net_amount`` on the wire."""
                return self._number("net_amount")

            @property
            def confidence_score(self) -> float | int | None:
                """From 0.0 to 1.0."""
                return self._number("confidence_score")

            @property
            def reason(self) -> str | None:
                """Why, for a clerk."""
                return self._text("reason")

            def get_decimal(self, key: str, default: Decimal | None = None) -> Decimal | None:
                """The exact number called ``key``, by the names of this class or of the wire."""
                return super().get_decimal("net_amount" if key == "amount" else key, default)


        class InvoiceEmail(Record):
            """The mail that an invoice came with."""

            __slots__ = ()

            @property
            def email_token(self) -> str | None:
                """Its token."""
                return self._text("email_token")

            @property
            def eml_from(self) -> str | None:
                """The header ``From`` as it was sent."""
                return self._text("eml_from")

            @property
            def eml_to(self) -> str | None:
                """The header ``To`` as it was sent."""
                return self._text("eml_to")

            @property
            def eml_replyto(self) -> str | None:
                """The header ``Reply-To``."""
                return self._text("eml_replyto")

            @property
            def eml_subject(self) -> str | None:
                """Its subject."""
                return self._text("eml_subject")

            @property
            def eml_body(self) -> str | None:
                """Its text."""
                return self._text("eml_body")

            @property
            def eml_received(self) -> str | None:
                """When it arrived, in ISO 8601."""
                return self._text("eml_received")

        """#
}
