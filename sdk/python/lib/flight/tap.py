"""Stands between ``http.client`` and its sockets, so that nothing above it has to be changed.

``requests``, ``urllib3`` and ``urllib`` rest on ``http.client`` and are covered with it. What talks by sockets of its own
(``paramiko``, drivers of databases) is not: ``lib.flight.guard`` names or refuses it.
"""

from __future__ import annotations

import http.client
import io
import threading
from contextlib import contextmanager
from typing import Any, Callable, Iterator, NamedTuple, Optional

HTTPS_PORT = 443


class Address(NamedTuple):
    """Where a connection leads."""

    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """Such as ``https://erp.example.com`` or ``http://localhost:8090``."""
        usual = HTTPS_PORT if self.scheme == "https" else 80
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == usual else f":{self.port}")


#: Makes the socket of a connection from its address and what would really open it.
MakeSocket = Callable[[Address, Callable[[], Any]], Any]

_state = threading.local()
_make_socket: Optional[MakeSocket] = None
_originals: dict[type, Any] = {}


def is_opening() -> bool:
    """Whether this thread is just opening a connection of ``http.client``."""
    return bool(getattr(_state, "depth", 0))


@contextmanager
def installed(make_socket: MakeSocket) -> Iterator[None]:
    """For a block every connection of ``http.client`` gets its socket from ``make_socket``."""
    install(make_socket)
    try:
        yield
    finally:
        remove()


def install(make_socket: MakeSocket) -> None:
    """From now on, also for classes that are imported later."""
    global _make_socket
    remove()
    _make_socket = make_socket
    http.client.HTTPConnection.__init_subclass__ = classmethod(_take_subclass)  # type: ignore
    for kind in [http.client.HTTPConnection, *_below(http.client.HTTPConnection)]:
        _take(kind)


def remove() -> None:
    """Puts everything back."""
    global _make_socket
    _make_socket = None
    for kind, original in _originals.items():
        kind.connect = original  # type: ignore[attr-defined]
    _originals.clear()
    if "__init_subclass__" in vars(http.client.HTTPConnection):
        del http.client.HTTPConnection.__init_subclass__


def _below(kind: type) -> Iterator[type]:
    each: type
    for each in type.__subclasses__(kind):
        yield each
        yield from _below(each)


def _take_subclass(kind: type, **named: Any) -> None:
    super(http.client.HTTPConnection, kind).__init_subclass__(**named)  # type: ignore[misc]
    _take(kind)


def _take(kind: type) -> None:
    original = vars(kind).get("connect")
    if original is None or kind in _originals:
        return

    def connect(self: Any, *arguments: Any, **named: Any) -> None:
        make = _make_socket
        if make is None or is_opening():
            # A subclass calls the method of its base: the outermost has the socket as it will be used.
            return original(self, *arguments, **named)  # type: ignore[no-any-return]

        def open_it() -> Any:
            _state.depth = getattr(_state, "depth", 0) + 1
            try:
                original(self, *arguments, **named)
            finally:
                _state.depth -= 1
            return self.sock

        self.sock = make(_address(self), open_it)
        return None

    _originals[kind] = original
    kind.connect = connect  # type: ignore[attr-defined]


def _address(connection: Any) -> Address:
    is_tls = getattr(connection, "default_port", 80) == HTTPS_PORT
    host = getattr(connection, "_tunnel_host", None) or connection.host
    port = getattr(connection, "_tunnel_port", None) or connection.port or (HTTPS_PORT if is_tls else 80)
    return Address("https" if is_tls else "http", str(host).strip("[]"), int(port))


class ReplySource(io.RawIOBase):
    """What an answer is read from: bytes at hand, then their end or an error."""

    def __init__(self, content: bytes, error: BaseException | None = None) -> None:
        self._rest = memoryview(content)
        self._error = error

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes."""
        if not self._rest and self._error is not None:
            raise self._error
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count
