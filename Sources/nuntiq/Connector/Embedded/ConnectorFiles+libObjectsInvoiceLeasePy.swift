// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/invoice_lease.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsInvoiceLeasePy = #"""
        """What a claim hands out."""

        from __future__ import annotations

        from dataclasses import dataclass
        from typing import Any, Mapping


        @dataclass(frozen=True)
        class PostingIntent:
            """What an earlier holder was about to post when its lease ended: to be looked up in the ERP first."""

            erp_reference: str
            payload_hash: str
            push_deadline: str
            push_seconds: int
            settle_seconds: int


        @dataclass(frozen=True)
        class InvoiceLease:
            """A time-limited lock on an invoice.

            ``lease_expires_at`` is ISO 8601 in UTC; the SDK renews the lease before that. ``fence`` grows with each lease. ``mode`` is ``post``, or ``verify_first`` with the ``intent`` to look up.
            """

            invoice_token: str
            lease_expires_at: str
            lease_token: str
            fence: int = 0
            mode: str = "post"
            intent: PostingIntent | None = None


        def lease_of(raw: Mapping[str, Any]) -> InvoiceLease:
            """A lease from the wire."""
            return InvoiceLease(
                invoice_token=str(raw["invoice_token"]),
                lease_expires_at=str(raw["lease_expires_at"]),
                lease_token=str(raw["lease_token"]),
                fence=int(raw.get("fence") or 0),
                mode=str(raw.get("mode") or "post"),
                intent=_intent(raw.get("intent")),
            )


        def _intent(raw: Mapping[str, Any] | None) -> PostingIntent | None:
            if not raw:
                return None
            return PostingIntent(
                erp_reference=str(raw["erp_reference"]),
                payload_hash=str(raw.get("payload_hash") or ""),
                push_deadline=str(raw.get("push_deadline") or ""),
                push_seconds=int(raw.get("push_seconds") or 0),
                settle_seconds=int(raw.get("settle_seconds") or 0),
            )

        """#
}
