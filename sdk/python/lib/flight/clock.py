"""The time of day of a replay: that of the recorded run. Nothing is waited for."""

from __future__ import annotations

import datetime as datetime_module
import sys
import time
from datetime import date, datetime, tzinfo
from typing import Any

#: Names folders by the time: they are new each time.
_ON_REAL_TIME = frozenset({"lib.work_dir", "lib.logger"})


class ReplayClock:
    """Stands at the moment of the last answer and goes on from there; ``sleep`` moves it."""

    def __init__(self, started_at: float) -> None:
        self._at = started_at
        self._since = time.monotonic()

    def time(self) -> float:
        """Seconds of the epoch."""
        return self._at + time.monotonic() - self._since

    def move_to(self, moment: float) -> None:
        """Sets it, never back."""
        self._at, self._since = max(moment, self.time()), time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Is over at once."""
        self._at += max(0.0, seconds)

    def install(self) -> None:
        """For the rest of the process: ``time`` and ``datetime`` tell this time."""
        clock = self
        gmtime, localtime, strftime = time.gmtime, time.localtime, time.strftime

        class _Kind(type):
            def __instancecheck__(cls, value: Any) -> bool:
                return isinstance(value, datetime)

        class ReplayedDatetime(datetime, metaclass=_Kind):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Any:
                return cls.fromtimestamp(clock.time(), tz)

            @classmethod
            def utcnow(cls) -> Any:
                return cls.fromtimestamp(clock.time(), datetime_module.timezone.utc).replace(tzinfo=None)

            @classmethod
            def today(cls) -> Any:
                return cls.fromtimestamp(clock.time())

        class _DayKind(type):
            def __instancecheck__(cls, value: Any) -> bool:
                return isinstance(value, date)

        class ReplayedDate(date, metaclass=_DayKind):
            @classmethod
            def today(cls) -> Any:
                return date.fromtimestamp(clock.time())

        replaced = {datetime: ReplayedDatetime, date: ReplayedDate}
        for name, module in list(sys.modules.items()):
            if name.startswith("lib.") and name not in _ON_REAL_TIME and not name.startswith("lib.flight"):
                for member in ("datetime", "date"):
                    real = getattr(module, member, None)
                    if isinstance(real, type) and real in replaced:
                        setattr(module, member, replaced[real])
        datetime_module.datetime, datetime_module.date = ReplayedDatetime, ReplayedDate  # type: ignore[misc]
        time.time = clock.time
        time.sleep = clock.sleep  # type: ignore[assignment]
        time.time_ns = lambda: int(clock.time() * 1e9)
        time.gmtime = lambda seconds=None: gmtime(clock.time() if seconds is None else seconds)
        time.localtime = lambda seconds=None: localtime(clock.time() if seconds is None else seconds)
        time.strftime = lambda form, moment=None: strftime(form, moment or time.localtime())
