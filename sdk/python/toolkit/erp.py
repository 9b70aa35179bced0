"""The ERP in the box: takes any posting at any address, keeps a ledger, and fails as a scenario tells it."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Optional
from urllib.parse import unquote_plus

READS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass
class Entry:
    """One posting of the ledger."""

    name: str
    reference: str
    body: str
    at: float = field(default_factory=time.monotonic)


@dataclass(frozen=True)
class Mishap:
    """What goes wrong with a posting: ``kind`` is error_before, error_after, drop_answer, slow or refused."""

    kind: str
    seconds: float = 0.0


class BoxERP(ThreadingHTTPServer):
    """``mishap`` says what goes wrong with a posting; a look-up finds what was posted ``shown_after`` seconds ago."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.reset()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def reset(self) -> None:
        """An empty ledger, and nothing goes wrong."""
        self.entries: list[Entry] = []
        self.mishap: Callable[[str], Optional[Mishap]] = lambda _: None
        self.shown_after = 0.0
        self.is_known_refused = False
        self.reads = self.writes = 0
        self.before: Callable[[str, str], bool] = lambda method, body: True
        self.after: Callable[[str, str], bool] = lambda method, body: True
        self._lock = threading.Lock()

    def post(self, reference: str, body: str) -> tuple[str, bool]:
        """The id of a posting, and whether it is a new one."""
        with self._lock:
            known = next((each for each in self.entries if reference and each.reference == reference), None)
            if known is not None and self.is_known_refused:
                return known.name, False
            self.entries.append(Entry(f"ERP-{len(self.entries) + 1:06d}", reference, body))
            return self.entries[-1].name, True

    def find(self, query: str) -> str | None:
        """The posting whose reference a look-up names, once it shows."""
        shown = time.monotonic() - self.shown_after
        with self._lock:
            named = [each for each in self.entries if each.reference and _names(query, each.reference)]
        return next((each.name for each in named if each.at <= shown), None)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Connections that end are what this is about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 65536
    server: BoxERP

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        if not self.server.before(self.command, body):
            return self._cut()
        if self.command in READS:
            self.server.reads += 1
            found = self.server.find(self.path)
            status, answer = (200, {"id": found}) if found else (404, {"error": "unknown reference"})
            return self._answer(status, answer) if self.server.after(self.command, body) else self._cut()
        self.server.writes += 1
        return self._post(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = _serve

    def _post(self, body: str) -> None:
        mishap = self.server.mishap(body) or Mishap("")
        if mishap.kind == "error_before":
            return self._answer(500, {"error": "nothing was posted"})
        if mishap.kind == "refused":
            return self._answer(422, {"code": "ACCOUNT_CLOSED", "message": "The account is closed."})
        name, is_new = self.server.post(_reference(body), body)
        if mishap.kind == "slow":
            time.sleep(mishap.seconds)
        if not self.server.after(self.command, body) or mishap.kind == "drop_answer":
            return self._cut()
        if mishap.kind == "error_after":
            return self._answer(500, {"error": "it was posted, and then something broke"})
        return self._answer(201 if is_new else 409, {"id": name})

    def _answer(self, status: int, body: Any) -> None:
        content = json.dumps(body).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            self.wfile.flush()
        except OSError:
            self.close_connection = True

    def _cut(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except (OSError, ValueError):
            pass

    def log_message(self, *_: object) -> None:
        pass


def _reference(body: str) -> str:
    try:
        content = json.loads(body)
        return str(content.get("reference") or "")
    except (ValueError, AttributeError):
        return ""


def _names(query: str, reference: str) -> bool:
    """Whether the reference stands in a query as a word of its own."""
    text = unquote_plus(query)
    place = text.find(reference)
    after = text[place + len(reference) : place + len(reference) + 1] if place >= 0 else "x"
    return not after.isalnum()
