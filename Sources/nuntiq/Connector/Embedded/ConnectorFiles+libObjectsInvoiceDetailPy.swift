// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/invoice_detail.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInvoiceDetailPy = #"""
        """An invoice as ``get_by_token`` returns it."""

        from __future__ import annotations

        from typing import TYPE_CHECKING, Any, Mapping

        from .invoice_attachment import InvoiceAttachment
        from .invoice_fields import WithFields
        from .invoice_parts import (
            InvoiceAddress,
            InvoiceAIMatch,
            InvoiceCharge,
            InvoiceDiscount,
            InvoiceEmail,
            InvoiceLine,
            InvoiceStatus,
            InvoiceTax,
        )

        if TYPE_CHECKING:
            from ..context import JobContext


        class Invoice(WithFields):
            """An invoice with everything there is to say about it.

            ``raw`` is the whole answer. What the invoice does not have is an empty tuple or ``None``.
            """

            __slots__ = (
                "status_info",
                "lines",
                "addresses",
                "taxes",
                "charges",
                "discounts",
                "attachments",
                "ai_matches",
                "email",
            )

            status_info: InvoiceStatus
            lines: tuple[InvoiceLine, ...]
            addresses: tuple[InvoiceAddress, ...]
            taxes: tuple[InvoiceTax, ...]
            charges: tuple[InvoiceCharge, ...]
            discounts: tuple[InvoiceDiscount, ...]
            attachments: tuple[InvoiceAttachment, ...]
            ai_matches: tuple[InvoiceAIMatch, ...]
            email: InvoiceEmail | None

            def __init__(self, raw: Mapping[str, Any], context: JobContext) -> None:
                head = raw.get("invoice") or {}
                super().__init__(raw, head.get("fields") or ())
                email = raw.get("email")
                parts: dict[str, object] = {
                    "status_info": InvoiceStatus(head.get("status_info") or {}),
                    "lines": tuple(map(InvoiceLine, raw.get("lines") or ())),
                    "addresses": tuple(map(InvoiceAddress, raw.get("addresses") or ())),
                    "taxes": tuple(map(InvoiceTax, raw.get("taxes") or ())),
                    "charges": tuple(map(InvoiceCharge, raw.get("charges") or ())),
                    "discounts": tuple(map(InvoiceDiscount, raw.get("discounts") or ())),
                    "attachments": tuple(InvoiceAttachment(part, context) for part in raw.get("attachments") or ()),
                    "ai_matches": tuple(map(InvoiceAIMatch, raw.get("matchAI") or ())),
                    "email": InvoiceEmail(email) if email else None,
                }
                for name, value in parts.items():
                    object.__setattr__(self, name, value)

            @property
            def id(self) -> int:
                """Its number in the installation."""
                return int(self._head["id"])

            @property
            def invoice_token(self) -> str:
                """Its public handle, a UUID."""
                return str(self._head["invoice_token"])

            @property
            def email_token(self) -> str | None:
                """The token of the mail it came with."""
                value = self._head.get("email_token")
                return None if value is None else str(value)

            @property
            def status(self) -> str:
                """The group of its status, such as ``PendingAcknowledgement``; the number is ``status_info.code``."""
                return self.status_info.group

            @property
            def created_at(self) -> str | None:
                """When it came, in ISO 8601."""
                return self._head.get("created_at")

            @property
            def updated_at(self) -> str | None:
                """When it last changed, in ISO 8601."""
                return self._head.get("updated_at")

            def ext_reference(self, number: int) -> str | None:
                """``ext_reference_1`` to ``ext_reference_5``."""
                return self._head.get(f"ext_reference_{number}")

            def get_address(self, type: str) -> InvoiceAddress | None:
                """The first address of a type: ``vendor``, ``remit_to``, ``ship_to`` or ``bill_to``."""
                return next((address for address in self.addresses if address.address_type == type), None)

            @property
            def _head(self) -> Mapping[str, Any]:
                head: Mapping[str, Any] = self.raw["invoice"]
                return head

            def __repr__(self) -> str:
                return f"Invoice({self.invoice_token}, {self.status})"

        """#
}
