"""Holds back what a connector would write by HTTP; what it reads goes through."""

from __future__ import annotations

import io
from typing import Any, Callable, Optional

from ..flight.messages import Answer, Request, parse_request
from ..flight.stops import RunStopped
from ..flight.tap import Address, ReplySource

#: Methods that change nothing, by RFC 9110.
READS = frozenset({"GET", "HEAD", "OPTIONS"})

#: What to answer to a write that is held back; raises ``HeldBack`` where nobody knows.
Hold = Callable[[Request], Answer]
IsAllowed = Callable[[str, str], bool]


class HeldBack(RunStopped):
    """A write was held back, and what it would have been answered is not known."""

    code = "held_back"


class HeldSocket:
    """Is opened by the first read; a write never reaches it."""

    def __init__(self, address: Address, open_it: Callable[[], Any], hold: Hold, is_allowed: IsAllowed) -> None:
        self._address = address
        self._open_it = open_it
        self._hold = hold
        self._is_allowed = is_allowed
        self._real: Optional[Any] = None
        self._held: list[bytes] | None = None
        self._is_begun = False
        self._timeout: float | None | tuple[()] = ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or self._real is None:
            raise AttributeError(name)
        return getattr(self._real, name)

    def sendall(self, data: Any, *flags: int) -> None:
        """Looks at the first line of each request."""
        if not self._is_begun:
            self._is_begun = True
            self._held = None if self._may_go(bytes(data)) else []
        if self._held is not None:
            self._held.append(bytes(data))
        else:
            self._opened().sendall(data, *flags)

    def makefile(self, *arguments: Any, **named: Any) -> Any:
        """The answer: the real one, or one that is made up."""
        self._is_begun = False
        held, self._held = self._held, None
        if held is None:
            return self._opened().makefile(*arguments, **named)
        answer = self._hold(parse_request(self._address.origin, b"".join(held)))
        return io.BufferedReader(ReplySource(answer.wire()))

    def settimeout(self, seconds: float | None) -> None:
        """Kept for a socket that is not open yet."""
        self._timeout = seconds
        if self._real is not None:
            self._real.settimeout(seconds)

    def close(self) -> None:
        """Closes what was opened."""
        if self._real is not None:
            self._real.close()

    def fileno(self) -> int:
        """The real one's; -1 before it is open."""
        return int(self._real.fileno()) if self._real is not None else -1

    def _may_go(self, data: bytes) -> bool:
        request = parse_request(self._address.origin, data.partition(b"\r\n")[0] + b"\r\n\r\n")
        return request.method in READS or self._is_allowed(request.method, request.url)

    def _opened(self) -> Any:
        if self._real is None:
            self._real = self._open_it()
            if self._timeout != ():
                self._real.settimeout(self._timeout)
        return self._real
