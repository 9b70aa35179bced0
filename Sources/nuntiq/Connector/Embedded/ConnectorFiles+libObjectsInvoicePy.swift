// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/invoice.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInvoicePy = #"""
        """Invoices: claim, read, acknowledge, report; ``InvoiceLoad`` and everything it returns."""

        from __future__ import annotations

        import time
        import uuid
        from contextlib import contextmanager
        from datetime import datetime
        from typing import TYPE_CHECKING, Any, Iterator, Mapping, Sequence

        from .. import checks
        from ..posting import (
            AlreadyPosted,
            FindExisting,
            NothingSent,
            Post,
            Posting,
            PostingInDoubt,
            PostingRefused,
            Postings,
            PostOutcome,
            Push,
        )
        from ..push_limit import PushTimedOut
        from .held_lease import HeldLease
        from .invoice_attachment import InvoiceAttachment
        from .invoice_detail import Invoice
        from .invoice_fields import InvoiceField, InvoiceFields
        from .invoice_lease import InvoiceLease, PostingIntent, lease_of
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
        from .pages import invoice_pages, message_pages

        if TYPE_CHECKING:
            from ..context import JobContext

        MODES = ("post", "verify_first")
        _STATES = (
            "Processing",
            "Review",
            "Rejected",
            "PendingIntegration",
            "PendingAcknowledgement",
            "PendingResult",
            "IntegrationInDoubt",
            "OnHold",
            "IntegrationFailed",
            "Cancelled",
            "Processed",
        )


        class InvoiceLoad:
            """Takes invoices that are ready to the ERP and reports how that went.

            The leases it claims are renewed in the background until their result, an error out of ``run``, or 30 minutes after
            the claim; their tokens are sent with every call.
            """

            def __init__(self, context: JobContext) -> None:
                self._context = context
                self._api = context.api
                self._leases = context.leases

            # The five steps -------------------------------------------------------------------------------------------------

            def claim(
                self,
                state: str = "PendingIntegration",
                limit: int = 10,
                lease_ttl_seconds: int = 300,
                idempotency_key: str | None = None,
                ext_reference_1: str | None = None,
                ext_reference_2: str | None = None,
                ext_reference_3: str | None = None,
                ext_reference_4: str | None = None,
                ext_reference_5: str | None = None,
                modes: Sequence[str] | None = None,
            ) -> list[InvoiceLease]:
                """Leases up to ``limit`` (1…50) invoices that are ready, the oldest first, for 60…1800 seconds.

                The same ``idempotency_key`` returns the same leases while they live; without one, a key of its own makes the
                tries of this call safe. Give two workers two keys. ``modes`` with ``verify_first`` also hands out invoices in
                doubt, which must be looked up in the ERP before they are posted. Raises ``ValueError`` before any request.
                """
                given = {1: ext_reference_1, 2: ext_reference_2, 3: ext_reference_3, 4: ext_reference_4, 5: ext_reference_5}
                body: dict[str, Any] = {
                    "state": checks.one_of("state", state, ["PendingIntegration"]),
                    "limit": checks.whole("limit", limit, 1, 50),
                    "lease_ttl_seconds": checks.whole("lease_ttl_seconds", lease_ttl_seconds, 60, 1800),
                    **checks.references({number: value for number, value in given.items() if value is not None}),
                }
                if modes is not None:
                    body["modes"] = _modes(modes)
                key = checks.idempotency_key(idempotency_key) or f"claim-{uuid.uuid4()}"
                claimed_at = time.monotonic()
                answer = self._api.call("POST", "/v1/invoices/claim", data=body, headers={"Idempotency-Key": key})
                leases = [lease_of(raw) for raw in answer["leases"]]
                for lease in leases:
                    # A key of the caller's may have been used before: then its leases are older than this call.
                    is_fresh = idempotency_key is None
                    self._leases.hold(lease.invoice_token, lease.lease_token, lease_ttl_seconds, claimed_at, is_fresh)
                return leases

            def get_by_token(self, invoice_token: str) -> Invoice:
                """The whole invoice."""
                return Invoice(self._api.call("GET", self._path(invoice_token), exact=True), self._context)

            def acknowledge(self, invoice_token: str) -> dict[str, Any]:
                """Says that the invoice is here and about to be posted. Raises ``LeaseLost`` when it is another's by now."""
                return self._call("POST", invoice_token, "/acknowledge")

            def integration_result(
                self,
                invoice_token: str,
                success: bool,
                external_id_1: str | None = None,
                external_id_2: str | None = None,
                external_id_3: str | None = None,
                external_message_1: str | None = None,
                external_message_2: str | None = None,
                external_message_3: str | None = None,
                failure_code: str | None = None,
                failure_message: str | None = None,
                force_override: bool = False,
            ) -> dict[str, Any]:
                """Reports that the ERP has the invoice, or that it refused it; the same again changes nothing.

                A success is a fact about the ERP: it is taken also after the lease. ``force_override`` replaces what is
                recorded, with who and when.
                """
                if not isinstance(success, bool) or not isinstance(force_override, bool):
                    raise ValueError("success and force_override must be True or False.")
                body: dict[str, Any] = {"success": success}
                ids = {"external_id_1": external_id_1, "external_id_2": external_id_2, "external_id_3": external_id_3}
                messages = {
                    "external_message_1": external_message_1,
                    "external_message_2": external_message_2,
                    "external_message_3": external_message_3,
                }
                failure = {"failure_code": failure_code, "failure_message": failure_message}
                if success and any(failure.values()):
                    raise ValueError("A success has no failure_code and no failure_message.")
                for name, value in {**ids, **messages, **failure}.items():
                    limit = 4000 if "message" in name else 255
                    if value is not None:
                        body[name] = checks.short_text(name, str(value) if _is_number(value) else value, limit)
                if force_override:
                    body["force_override"] = True
                answer = self._call("POST", invoice_token, "/integration-result", body)
                self._leases.let_go(checks.token("invoice_token", invoice_token))
                return answer

            # Lists ----------------------------------------------------------------------------------------------------------

            def list_all(
                self,
                state: str | None = None,
                status: int | str | None = None,
                since: str | datetime | None = None,
                supplier_number: str | None = None,
                invoice_number: str | None = None,
                ext_references: Mapping[int, str] | None = None,
                page_size: int = 200,
            ) -> Iterator[dict[str, Any]]:
                """Records of invoices, without locking them: page by page, as far as they are asked for.

                Each has ``invoice_token``, ``invoice_id``, ``status``, ``status_info``, ``invoice_number``,
                ``supplier_number``, ``gross_amount``, ``currency_code``, ``created_at``, ``ext_reference_1`` … ``5``.
                """
                params = {
                    "state": (
                        None
                        if state is None
                        else ",".join(checks.one_of("state", each.strip(), _STATES) for each in state.split(","))
                    ),
                    "status": status,
                    "since": None if since is None else checks.moment("since", since),
                    "supplier_number": checks.optional_text("supplier_number", supplier_number),
                    "invoice_number": checks.optional_text("invoice_number", invoice_number),
                    **checks.references(ext_references),
                    "limit": checks.whole("page_size", page_size, 1, 1000),
                }
                return invoice_pages(self._api, params)

            def lifecycle_messages_since(
                self,
                since: str | datetime,
                tz: str,
                ext_references: Mapping[int, str],
                tier: int | str | None = None,
                include_internal_notes: bool = False,
                page_size: int = 500,
            ) -> Iterator[dict[str, Any]]:
                """Lifecycle messages of all invoices with these references, in the order in which they were recorded.

                ``since`` is exclusive: go on with the last ``recorded_at``. Without an offset it is read in ``tz``, such as
                ``Europe/Amsterdam``.
                """
                params = {
                    "since": checks.moment("since", since),
                    "tz": checks.text("tz", tz),
                    **checks.references(ext_references, required=True),
                    "tier": None if tier is None else checks.one_of("tier", str(tier), ["1", "2", "3", "all"]),
                    "include_internal_notes": True if include_internal_notes else None,
                    "limit": checks.whole("page_size", page_size, 1, 500),
                }
                return message_pages(self._api, params)

            # Leases ---------------------------------------------------------------------------------------------------------

            @contextmanager
            def lease(self, lease: InvoiceLease) -> Iterator[HeldLease]:
                """Keeps one lease for a block; what is not reported at its end is renewed no more, and lapses by itself."""
                if not self._leases.is_held(lease.invoice_token):
                    self._leases.hold(lease.invoice_token, lease.lease_token, 300, time.monotonic(), is_fresh=False)
                try:
                    yield HeldLease(lease, self._leases, self.give_back)
                finally:
                    self._leases.let_go(lease.invoice_token)

            def give_back(self, invoice_token: str) -> dict[str, Any]:
                """Ends a lease early, so that another worker has the invoice at once. Never after a push that was begun."""
                self._leases.let_go(checks.token("invoice_token", invoice_token))
                return self._call("DELETE", invoice_token, "/lease")

            def post_once(
                self,
                lease: InvoiceLease,
                reference: str,
                find_existing: FindExisting | None,
                post: Post,
                push_seconds: int = 60,
                settle_seconds: int = 60,
                payload_hash: str | None = None,
                erp_refuses_known: bool = False,
            ) -> PostOutcome:
                """Posts an invoice so that it is never posted twice, and reports the result (see ``lib.posting``).

                ``reference`` depends on the invoice alone. ``find_existing(reference)`` returns the ERP's id or ``None``; with
                ``None`` instead, invoices in doubt are left to a person, unless ``erp_refuses_known`` says that the ERP refuses
                a reference it has (then ``post`` raises ``AlreadyPosted`` with the id). ``post(push)`` posts under
                ``push.reference`` within ``push.seconds_left()`` and returns the ERP's id.
                """
                limits = {
                    "push_seconds": checks.whole("push_seconds", push_seconds, 1, 1800),
                    "settle_seconds": checks.whole("settle_seconds", settle_seconds, 0, 3600),
                }
                return Postings(self, self._context).post_once(
                    lease, checks.text("reference", reference), find_existing, post, payload_hash, erp_refuses_known, **limits
                )

            def place_intent(
                self, invoice_token: str, reference: str, push_seconds: int, settle_seconds: int = 60, payload_hash: str = ""
            ) -> dict[str, Any]:
                """Says what is about to be posted; the time limit of the push is ``push_seconds`` of the answer."""
                body = {
                    "erp_reference": reference,
                    "payload_hash": payload_hash,
                    "push_seconds": push_seconds,
                    "settle_seconds": settle_seconds,
                }
                return self._call("POST", invoice_token, "/posting-intent", body)

            def withdraw_intent(self, invoice_token: str) -> dict[str, Any]:
                """Says that nothing was sent or, after a look, that the ERP does not have it."""
                return self._call("DELETE", invoice_token, "/posting-intent")

            # How a call about a leased invoice is made ----------------------------------------------------------------------

            def _call(self, method: str, invoice_token: str, path: str, body: Any = None) -> dict[str, Any]:
                token = checks.token("invoice_token", invoice_token)
                # All of them may be sent twice: the second changes nothing.
                answer = self._api.call(
                    method, f"/v1/invoices/{token}{path}", data=body, headers=self._leases.headers(token), repeatable=True
                )
                return dict(answer)

            @staticmethod
            def _path(invoice_token: str) -> str:
                return f"/v1/invoices/{checks.token('invoice_token', invoice_token)}"


        def _modes(modes: Sequence[str]) -> list[str]:
            if isinstance(modes, str) or not modes:
                raise ValueError(f"modes must name one or more of {', '.join(MODES)}.")
            return [checks.one_of("modes", mode, MODES) for mode in modes]


        def _is_number(value: object) -> bool:
            return isinstance(value, int) and not isinstance(value, bool)


        __all__ = [
            "AlreadyPosted",
            "HeldLease",
            "Invoice",
            "InvoiceAIMatch",
            "InvoiceAddress",
            "InvoiceAttachment",
            "InvoiceCharge",
            "InvoiceDiscount",
            "InvoiceEmail",
            "InvoiceField",
            "InvoiceFields",
            "InvoiceLease",
            "InvoiceLine",
            "InvoiceLoad",
            "InvoiceStatus",
            "InvoiceTax",
            "NothingSent",
            "PostOutcome",
            "Posting",
            "PostingInDoubt",
            "PostingIntent",
            "PostingRefused",
            "Push",
            "PushTimedOut",
        ]

        """#
}
