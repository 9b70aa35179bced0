"""Sees what leaves the process by another way than ``http.client``: sockets, programs that are started."""

from __future__ import annotations

import sys
from typing import Any, Callable, Optional

from . import tap

#: Of ``sys.addaudithook``: each is told, or refused, before it happens.
_STARTING = frozenset({"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork"})
_TALKING = frozenset({"socket.connect", "socket.sendto"})

Watch = Callable[[str], None]
_watch: Optional[Watch] = None
_is_hooked = False


def watch(see: Watch | None) -> None:
    """From now on ``see`` is told, such as ``sftp.example.com:22``; what it raises keeps that from happening."""
    global _watch, _is_hooked
    _watch = see
    if see is not None and not _is_hooked:
        _is_hooked = True  # such a hook stays for the life of the process
        sys.addaudithook(_hook)


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if _watch is None:
        return
    if event in _TALKING:
        if not tap.is_opening():
            _watch(_place(arguments[1] if len(arguments) > 1 else None))
    elif event in _STARTING:
        _watch(f"the program {_program(arguments)}")


def _place(address: Any) -> str:
    if isinstance(address, tuple) and len(address) >= 2:
        return f"{address[0]}:{address[1]}"
    return str(address)


def _program(arguments: tuple[Any, ...]) -> str:
    first = arguments[0] if arguments else "?"
    return str(first.decode("utf-8", "replace") if isinstance(first, bytes) else first or arguments[1:2])
