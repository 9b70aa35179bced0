"""The time limit of a push, also for a process that was paused."""

from __future__ import annotations

import signal
import threading
import time
from contextlib import contextmanager
from typing import Any, Iterator


class PushTimedOut(BaseException):
    """The time of the push is over. No ``Exception``, so that no retry loop around the push swallows it."""


@contextmanager
def push_limit(deadline: float) -> Iterator[None]:
    """Ends the block with ``PushTimedOut`` at ``deadline`` of the monotonic clock.

    A timer of the system runs on while the process is paused and fires before anything else when it goes on: so a push
    that was not sent before the pause is not sent after it. Outside the main thread, and where the timer is taken, the
    block is only not begun too late, and ``Push.seconds_left`` is the limit.
    """
    if not _can_set_timer():
        _require_time(deadline)
        yield
        return

    def end(*_: Any) -> None:
        raise PushTimedOut("The time of the push is over.")

    before = signal.signal(signal.SIGALRM, end)
    try:
        # Again each second, should the first be lost in a callback that cannot raise.
        signal.setitimer(signal.ITIMER_REAL, max(0.001, deadline - time.monotonic()), 1.0)
        _require_time(deadline)
        yield
    finally:
        _disarm(before)


def _disarm(before: Any) -> None:
    """To its end, also when the timer fires just now: by then the push has ended by itself."""
    while True:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            return
        except PushTimedOut:
            continue


def _require_time(deadline: float) -> None:
    if time.monotonic() >= deadline:
        raise PushTimedOut("The time of the push was over before it began.")


def _can_set_timer() -> bool:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) == signal.SIG_DFL and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
