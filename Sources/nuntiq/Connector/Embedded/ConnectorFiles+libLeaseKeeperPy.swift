// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/lease_keeper.py by Scripts/embed-assets; change that file, not this one.
    static let libLeaseKeeperPy = #"""
        """Remembers the leases of a run and renews those it holds, from one thread."""

        from __future__ import annotations

        import math
        import random
        import threading
        import time
        from collections import OrderedDict
        from dataclasses import dataclass
        from typing import TYPE_CHECKING, Any, Callable

        from . import checks
        from .errors import ApiError, LeaseLost, NoAnswer, NuntiqError, RateLimited, ServerFailed
        from .retry import ONCE

        if TYPE_CHECKING:
            from .api_client import ApiClient
            from .logger import Logger

        #: A lease is renewed for so long after its claim, by the monotonic clock.
        KEEP_SECONDS_MAX = 30 * 60.0
        #: The tokens of so many leases are remembered after their end, for a result that is reported again.
        _ENDED_MAX = 10_000
        _CALL_TIMEOUT_SECONDS = 15.0
        _LEASE_SECONDS_MAX = 1800


        @dataclass
        class _Held:
            """A lease that is renewed; times by the monotonic clock."""

            lease_token: str
            length_seconds: int
            claimed_at: float
            ends_at: float
            due_at: float
            is_lost: bool = False


        class LeaseKeeper:
            """Renews each lease when a third of its length is over, until its result, its loss, or 30 minutes.

            A lease counts from the moment at which its call was made, so it is never thought to be longer than it is.
            """

            def __init__(self, api: ApiClient, logger: Logger, clock: Callable[[], float] = time.monotonic) -> None:
                self._api = api
                self._logger = logger
                self._clock = clock
                self._held: dict[str, _Held] = {}
                self._tokens: OrderedDict[str, str] = OrderedDict()
                self._wake = threading.Condition()
                self._thread: threading.Thread | None = None
                self._is_closed = False
                self._call_seconds = 0.0
                self._is_lost: Callable[[str], bool] = lambda _: False

            def forget_when(self, is_lost: Callable[[str], bool]) -> None:
                """Where leases are lost by another rule than a heartbeat's answer, such as in a replay."""
                self._is_lost = is_lost

            def hold(
                self, invoice_token: str, lease_token: str, length_seconds: int, claimed_at: float, is_fresh: bool = True
            ) -> None:
                """Begins to renew a lease that was claimed at ``claimed_at``; at once unless it ``is_fresh``.

                Nobody knows what is left of a lease that is not, such as one handed out again under a key used before.
                """
                left = length_seconds if is_fresh else 0
                held = _Held(lease_token, length_seconds, claimed_at, claimed_at + left, claimed_at + left / 3)
                with self._wake:
                    self._tokens[invoice_token] = lease_token
                    self._tokens.move_to_end(invoice_token)
                    while len(self._tokens) > _ENDED_MAX + len(self._held):
                        self._tokens.popitem(last=False)
                    if self._is_closed:
                        return
                    self._held[invoice_token] = held
                    if self._thread is None:
                        self._thread = threading.Thread(target=self._run, name="nuntiq-leases", daemon=True)
                        self._thread.start()
                    self._wake.notify()

            def headers(self, invoice_token: str) -> dict[str, str]:
                """``X-Lease-Token`` for a call about the invoice, also after the end of its lease."""
                token = self._tokens.get(invoice_token)
                return {"X-Lease-Token": token} if token else {}

            def let_go(self, invoice_token: str) -> None:
                """Stops to renew the invoice's lease; its token stays known."""
                with self._wake:
                    self._held.pop(invoice_token, None)

            def is_known(self, invoice_token: str) -> bool:
                """Whether a lease of the invoice was claimed in this run."""
                return invoice_token in self._tokens

            def is_held(self, invoice_token: str) -> bool:
                """Whether the lease is being renewed and, as far as is known here, lives."""
                held = self._held.get(invoice_token)
                return held is not None and not held.is_lost and held.ends_at > self._clock()

            def seconds_left(self, invoice_token: str) -> float:
                """What is left of the lease at least; 0 when it is over or unknown."""
                held = self._held.get(invoice_token)
                return max(0.0, held.ends_at - self._clock()) if held and not held.is_lost else 0.0

            def require_not_lost(self, invoice_token: str) -> None:
                """Raises ``LeaseLost`` when a heartbeat has learnt that the lease is another's."""
                held = self._held.get(invoice_token)
                if held and (held.is_lost or self._is_lost(invoice_token)):
                    raise LeaseLost(409, "lease_lost", f"The lease of invoice {invoice_token} was lost. Stop working on it.")

            def renew(self, invoice_token: str, seconds: int | None = None) -> dict[str, Any]:
                """Renews a lease now, or takes a lapsed one up again; the answer of the heartbeat."""
                if seconds is not None:
                    checks.whole("extend_seconds", seconds, 60, _LEASE_SECONDS_MAX)
                return self._heartbeat(invoice_token, seconds, is_background=False)

            def close(self) -> None:
                """Stops to renew: leases lapse by themselves. What was pushed meanwhile is never handed back."""
                with self._wake:
                    self._is_closed = True
                    self._held.clear()
                    self._wake.notify()
                    thread = self._thread
                if thread:
                    thread.join(timeout=_CALL_TIMEOUT_SECONDS + 1)

            # The thread ---------------------------------------------------------------------------------------------------

            def _run(self) -> None:
                while True:
                    token = self._next_due()
                    if token is None:
                        return
                    try:
                        self._heartbeat(token, None, is_background=True)
                    except NuntiqError as error:
                        self._note_failure(token, error)

            def _next_due(self) -> str | None:
                """Waits for the next renewal; ``None`` at the end."""
                with self._wake:
                    while not self._is_closed:
                        now = self._clock()
                        for token in [token for token, held in self._held.items() if self._is_over(held, now)]:
                            del self._held[token]
                        waiting = [(held.due_at, token) for token, held in self._held.items() if not held.is_lost]
                        due_at, token = min(waiting, default=(math.inf, ""))
                        if due_at <= now:
                            return token
                        self._wake.wait(None if due_at == math.inf else due_at - now)
                    return None

            @staticmethod
            def _is_over(held: _Held, now: float) -> bool:
                return now - held.claimed_at >= KEEP_SECONDS_MAX

            def _heartbeat(self, token: str, seconds: int | None, is_background: bool) -> dict[str, Any]:
                held = self._held.get(token)
                length = seconds or (self._length(held) if held else 300)
                started = self._clock()
                answer = self._api.call(
                    "POST",
                    f"/v1/invoices/{token}/lease",
                    data={"extend_seconds": length},
                    headers=self.headers(token),
                    repeatable=True,
                    timeout_seconds=_CALL_TIMEOUT_SECONDS if is_background else None,
                    retry=ONCE if is_background else None,
                )
                self._call_seconds = 0.8 * self._call_seconds + 0.2 * (self._clock() - started)
                if held:
                    held.ends_at = max(held.ends_at, started + length)
                    held.due_at = started + min(length, held.length_seconds) / 3
                return dict(answer)

            def _length(self, held: _Held) -> int:
                """The lease's own length, and more when renewing all that are held takes long."""
                whole_round = 4 * self._call_seconds * len(self._held)
                return min(_LEASE_SECONDS_MAX, max(held.length_seconds, math.ceil(whole_round)))

            def _note_failure(self, token: str, error: NuntiqError) -> None:
                with self._wake:
                    held = self._held.get(token)
                    if held is None:
                        return  # reported meanwhile: there was nothing to renew any more
                    if isinstance(error, (NoAnswer, RateLimited, ServerFailed)):
                        held.due_at = self._clock() + random.uniform(0.5, 1) * min(5.0, held.length_seconds / 12)
                        return
                    held.is_lost = True
                code = error.code if isinstance(error, ApiError) else ""
                self._logger.warn(f"The lease of invoice {token} is not renewed any more ({code}): {error}", step="lease")

        """#
}
