// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/lifecycle_message.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsLifecycleMessagePy = #"""
        """What happens to invoices: messages are read, polled and written."""

        from __future__ import annotations

        from datetime import datetime
        from typing import TYPE_CHECKING, Any, Iterator, Mapping

        from .. import checks
        from .pages import message_pages
        from .records import Record
        from .rows import Moment, Row, Text

        if TYPE_CHECKING:
            from ..context import JobContext

        #: The codes of Nuntiq when this SDK was made, by tier.
        CODES = {
            1: ("RECEIVED", "DUPLICATE_DETECTED", "VALIDATION_FAILED", "VALIDATION_WARNING", "VALIDATION_INFO", "READY"),
            2: (
                "ACKNOWLEDGED",
                "IN_PROCESS",
                "MATCHED",
                "MATCH_FAILED",
                "UNDER_QUERY",
                "QUERY_RESOLVED",
                "ON_HOLD",
                "HOLD_RELEASED",
                "PENDING_APPROVAL",
                "APPROVED",
                "APPROVAL_REVOKED",
                "CONDITIONALLY_ACCEPTED",
                "ACCEPTED",
                "DISPUTED",
                "REJECTED",
            ),
            3: ("PAYMENT_SCHEDULED", "PAYMENT_INITIATED", "PARTIALLY_PAID", "PAID", "PAYMENT_FAILED", "CREDITED", "CANCELLED"),
        }
        REFERENCE_TYPES = ("PO_NUMBER", "PAYMENT_REF", "CREDIT_NOTE", "OTHER")
        NOTE_CHARACTERS_MAX = 4000


        class LifecycleMessage(Record):
            """A message as it was read; its fields are attributes: ``code``, ``recorded_at``, ``invoice_token``, …

            Of a message that waits until a connector is done with the invoice, ``is_pending`` is true.
            """

            __slots__ = ()

            def __getattr__(self, name: str) -> Any:
                if name.startswith("_") or name not in self.raw:
                    raise AttributeError(f"The message has no field {name!r}.")
                return self.raw[name]

            @property
            def is_pending(self) -> bool:
                """Whether it waits for the end of a lease."""
                return self.raw.get("pending_action") is not None


        class NewLifecycleMessage(Row):
            """A message to write; ``code`` is required. ``post_to`` or ``post_by_reference`` sends it."""

            code = Text()
            occurred_at = Moment()
            actor_display_name = Text()
            clarification_code = Text()
            note_internal = Text()
            note_supplier = Text()
            reference_type = Text()
            reference_value = Text()

            _context: JobContext

            def post_to(self, invoice_token: str, idempotency_key: str | None = None) -> LifecycleMessage:
                """Writes it on an invoice. Raises ``ValueError`` before any request for what cannot be right."""
                token = checks.token("invoice_token", invoice_token)
                answer = self._context.api.post_invoice_lifecycle_message(token, self._checked(), idempotency_key)
                return LifecycleMessage(answer)

            def post_by_reference(
                self, invoice_number: str, supplier_code: str, idempotency_key: str | None = None
            ) -> LifecycleMessage:
                """Writes it on the invoice that the supplier gave this number; several such invoices are a ``Conflict``."""
                body = {
                    **self._checked(),
                    "invoice_number": checks.text("invoice_number", invoice_number),
                    "supplier_code": checks.text("supplier_code", supplier_code),
                }
                return LifecycleMessage(self._context.api.post_invoice_lifecycle_message_by_reference(body, idempotency_key))

            def _checked(self) -> dict[str, Any]:
                code = checks.text("code", self.code, 64)
                if self.reference_type is not None:
                    checks.one_of("reference_type", self.reference_type, REFERENCE_TYPES)
                for name in ("note_internal", "note_supplier"):
                    checks.short_text(name, self.raw.get(name), NOTE_CHARACTERS_MAX)
                if not any(code in codes for codes in CODES.values()):
                    self._context.logger.warn(f"The lifecycle code {code} is not known to this SDK.")
                return {name: value for name, value in self.raw.items() if value is not None}


        class LifecycleMessageLoad:
            """The messages of invoices."""

            def __init__(self, context: JobContext) -> None:
                self._context = context

            def new(self) -> NewLifecycleMessage:
                """A message to write."""
                message = NewLifecycleMessage()
                object.__setattr__(message, "_context", self._context)
                return message

            def get_for_invoice(self, invoice_token: str, tier: int | str | None = None) -> list[LifecycleMessage]:
                """An invoice's messages, oldest first."""
                return [
                    LifecycleMessage(raw)
                    for raw in self._context.api.get_invoice_lifecycle_messages(invoice_token, _tier(tier))
                ]

            def poll_since(
                self,
                since: str | datetime,
                ext_references: Mapping[int, str],
                tz: str = "UTC",
                tier: int | str | None = None,
                include_internal_notes: bool = False,
            ) -> Iterator[LifecycleMessage]:
                """The messages of all invoices with these references, recorded after ``since``, page by page.

                Go on with the last ``recorded_at``: each message comes once, none is lost.
                """
                params = {
                    "since": checks.moment("since", since),
                    "tz": checks.text("tz", tz),
                    **checks.references(ext_references, required=True),
                    "tier": _tier(tier),
                    "include_internal_notes": True if include_internal_notes else None,
                    "limit": 500,
                }
                return map(LifecycleMessage, message_pages(self._context.api, params))


        def _tier(tier: int | str | None) -> str | None:
            return None if tier is None else checks.one_of("tier", str(tier), ("1", "2", "3", "all"))

        """#
}
