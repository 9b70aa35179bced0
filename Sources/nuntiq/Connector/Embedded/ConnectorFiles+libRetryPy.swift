// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/retry.py by Scripts/embed-assets; change that file, not this one.
    static let libRetryPy = #"""
        """When a call is made again, and after how long."""

        from __future__ import annotations

        import email.utils
        import random
        import time
        from dataclasses import dataclass, field
        from typing import Callable

        from .errors import ApiError, NoAnswer, NuntiqError

        #: Answers given before any work was begun: any call may be made again.
        _REFUSED_UNTOUCHED = frozenset({"rate_limited", "too_many_bytes_in_flight", "overloaded", "stopping"})
        _PASSING = frozenset({500, 502, 503, 504})


        @dataclass(frozen=True)
        class RetryPolicy:
            """At most ``attempts`` tries; waits grow from ``base_seconds`` to ``cap_seconds``, spread by full jitter.

            A ``Retry-After`` is waited for, however the jitter fell; one above ``retry_after_seconds_max`` ends the tries:
            coming back earlier would be impolite, sleeping that long would hide the outage.
            """

            attempts: int = 8
            base_seconds: float = 0.25
            cap_seconds: float = 10.0
            retry_after_seconds_max: float = 60.0
            sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
            spread: Callable[[float, float], float] = field(default=random.uniform, repr=False)

            def wait_seconds(
                self, error: NuntiqError, retry_after: float | None, attempt: int, repeatable: bool
            ) -> float | None:
                """How long to wait before try ``attempt + 1``; ``None`` when the call must not, or need not, be made again."""
                if attempt >= self.attempts or not is_worth_repeating(error, repeatable):
                    return None
                backoff = self.spread(0, min(self.cap_seconds, self.base_seconds * 2 ** (attempt - 1)))
                if retry_after is None:
                    return backoff
                if retry_after > self.retry_after_seconds_max:
                    return None
                return retry_after + self.spread(0, self.base_seconds)


        #: For calls with a schedule of their own, such as heartbeats.
        ONCE = RetryPolicy(attempts=1)


        def is_worth_repeating(error: NuntiqError, repeatable: bool) -> bool:
            """Whether the same call may be sent again without doing anything twice, and may end differently."""
            if isinstance(error, NoAnswer):
                return repeatable or not error.may_have_arrived
            if not isinstance(error, ApiError):
                return False
            if error.status == 429 or error.code in _REFUSED_UNTOUCHED:
                return True
            return repeatable and (error.status in _PASSING or error.code == "idempotency_in_flight")


        def retry_after_seconds(value: str | None, now: Callable[[], float] = time.time) -> float | None:
            """The seconds a ``Retry-After`` header asks for, spelt as a number or as a date."""
            if value is None:
                return None
            text = value.strip()
            if text.isascii() and text.isdigit():
                return float(text)
            try:
                return max(0.0, email.utils.parsedate_to_datetime(text).timestamp() - now())
            except (TypeError, ValueError, IndexError):
                return None

        """#
}
