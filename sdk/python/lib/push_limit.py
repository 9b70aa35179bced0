"""The time limit of a push, also for a process that was paused."""

from __future__ import annotations

import signal
import threading
import time
from types import FrameType
from typing import Callable, TypeVar

Result = TypeVar("Result")


class PushTimedOut(BaseException):
    """The time of the push is over. No ``Exception``, so that no retry loop around the push swallows it."""


def run_limited(deadline: float, push: Callable[[], Result]) -> Result:
    """Runs ``push`` and ends it with ``PushTimedOut`` at ``deadline`` of the monotonic clock.

    A timer of the system runs on while the process is paused and fires before anything else when it goes on: so a push
    that was not sent before the pause is not sent after it. Outside the main thread, and where the timer is taken, the
    push is only not begun too late, and ``Push.seconds_left`` is the limit.
    """
    if not _can_set_timer():
        return _in_time(deadline, push)
    before = signal.signal(signal.SIGALRM, _end)
    # Who started this process may have left its signals blocked.
    mask = signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
    try:
        # Again each second, should the first be caught by code that catches everything.
        signal.setitimer(signal.ITIMER_REAL, max(0.001, deadline - time.monotonic()), 1.0)
        return _in_time(deadline, push)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGALRM, before)


def _in_time(deadline: float, push: Callable[[], Result]) -> Result:
    if time.monotonic() >= deadline:
        raise PushTimedOut("The time of the push was over before it began.")
    return push()


def _end(_: int, frame: FrameType | None) -> None:
    """Ends the push; a timer that fires while it is being put away is let go by."""
    while frame is not None:
        if frame.f_code is _in_time.__code__:
            raise PushTimedOut("The time of the push is over.")
        frame = frame.f_back


def _can_set_timer() -> bool:
    if (
        not (hasattr(signal, "setitimer") and hasattr(signal, "pthread_sigmask"))
        or threading.current_thread() is not threading.main_thread()
    ):
        return False
    return signal.getsignal(signal.SIGALRM) == signal.SIG_DFL and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
