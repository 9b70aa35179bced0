// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/objects/held_lease.py by Scripts/embed-assets; change that file, not this one.
    static let libObjectsHeldLeasePy = #"""
        """A lease inside ``with load.lease(lease) as held:``."""

        from __future__ import annotations

        from typing import TYPE_CHECKING, Any, Callable

        if TYPE_CHECKING:
            from ..lease_keeper import LeaseKeeper
            from .invoice_lease import InvoiceLease


        class HeldLease:
            """A lease that is renewed while its block runs."""

            def __init__(self, lease: InvoiceLease, keeper: LeaseKeeper, give_back: Callable[[str], dict[str, Any]]) -> None:
                self.lease = lease
                self._keeper = keeper
                self._give_back = give_back

            @property
            def invoice_token(self) -> str:
                """The invoice."""
                return self.lease.invoice_token

            @property
            def is_held(self) -> bool:
                """Whether, as far as is known here, it lives."""
                return self._keeper.is_held(self.invoice_token)

            @property
            def seconds_left(self) -> float:
                """What is left of it at least."""
                return self._keeper.seconds_left(self.invoice_token)

            def check(self) -> None:
                """Raises ``LeaseLost`` when it is another's by now: ask before each step that cannot be undone."""
                self._keeper.require_not_lost(self.invoice_token)

            def renew(self, seconds: int | None = None) -> dict[str, Any]:
                """Renews it now, for 60 to 1800 seconds."""
                return self._keeper.renew(self.invoice_token, seconds)

            def give_back(self) -> dict[str, Any]:
                """Ends it early: nothing was pushed, another worker may have the invoice at once."""
                return self._give_back(self.invoice_token)

        """#
}
