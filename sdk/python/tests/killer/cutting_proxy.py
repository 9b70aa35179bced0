"""Stands between a worker and the API, and drops answers: the call was done, and nobody hears of it."""

from __future__ import annotations

import http.client
import random
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


class CuttingProxy(ThreadingHTTPServer):
    """Drops a share of the answers; ``url`` stands for the API's address."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, api_url: str, share: float, seed: int) -> None:
        parts = urlsplit(api_url)
        self.host = parts.netloc
        self.share = share
        self.dropped = 0
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}{parts.path}"
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def is_next_dropped(self) -> bool:
        """Whether the next answer is lost."""
        with self._lock:
            is_dropped = self._chance.random() < self.share
            self.dropped += is_dropped
            return is_dropped

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: CuttingProxy

    def _forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        upstream = http.client.HTTPConnection(self.server.host, timeout=60)
        try:
            upstream.request(self.command, self.path, body or None, dict(self.headers))
            answer = upstream.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException):
            return self._cut()
        finally:
            upstream.close()
        if self.server.is_next_dropped():
            return self._cut()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        return None

    do_GET = do_POST = do_DELETE = do_PUT = _forward

    def _cut(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def finish(self) -> None:
        try:
            super().finish()
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass
