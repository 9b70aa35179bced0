// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/toolkit/proxy.py by Scripts/embed-assets; change that file, not this one.
    static let toolkitProxyPy = #"""
        """Stands between a connector and Nuntiq: notes every call, and lets a scenario spoil any of them."""

        from __future__ import annotations

        import http.client
        import json
        import re
        import socket
        import struct
        import threading
        import time
        from dataclasses import dataclass, field
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from typing import Any, Callable, Optional
        from urllib.parse import urlsplit

        _STEPS = (
            ("claim", "POST", r"/v1/invoices/claim$"),
            ("acknowledge", "POST", r"/v1/invoices/[^/]+/acknowledge$"),
            ("result", "POST", r"/v1/invoices/[^/]+/integration-result$"),
            ("intent", "POST", r"/v1/invoices/[^/]+/posting-intent$"),
            ("withdraw", "DELETE", r"/v1/invoices/[^/]+/posting-intent$"),
            ("heartbeat", "POST", r"/v1/invoices/[^/]+/lease$"),
            ("give-back", "DELETE", r"/v1/invoices/[^/]+/lease$"),
            ("get", "GET", r"/v1/invoices/[0-9a-f-]{36}$"),
            ("attachment", "GET", r"/v1/attachment/"),
            ("log", "POST", r"/v1/job/log$"),
            ("begin", "POST", r"/v1/delta/streams/.*/begin$"),
            ("complete", "POST", r"/v1/delta/streams/.*/complete$"),
            ("messages", "GET", r"/v1/invoice-lifecycle-messages"),
            ("save", "POST", r"/v1/(organization|supplier|purchaseorder|purchaseorderline|receipt|payment|invoice-import)"),
        )


        @dataclass
        class Call:
            """One call as it arrived, and how it was answered."""

            step: str
            method: str
            path: str
            body: bytes
            headers: dict[str, str]
            at: float = field(default_factory=time.monotonic)
            status: int = 0

            @property
            def json(self) -> Any:
                """Its body, or an empty object."""
                try:
                    return json.loads(self.body or b"{}")
                except ValueError:
                    return {}

            @property
            def invoice_token(self) -> str:
                """The invoice it is about, if it is about one."""
                found = re.search(r"/v1/invoices/([0-9a-f-]{36})", self.path)
                return found.group(1) if found else ""


        @dataclass(frozen=True)
        class Spoilt:
            """What happens to a call instead: an answer, or with a status of 0 the end of the connection."""

            status: int = 0
            body: Any = None
            headers: tuple[tuple[str, str], ...] = ()
            seconds: float = 0.0


        Spoil = Callable[[Call], Optional[Spoilt]]


        class FaultProxy(ThreadingHTTPServer):
            """``before`` is asked when a call arrives, ``after`` when Nuntiq has answered it; ``url`` stands for the API."""

            daemon_threads = True
            request_queue_size = 128

            def __init__(self, api_url: str) -> None:
                parts = urlsplit(api_url)
                self.upstream = parts.netloc
                self.before: Spoil = lambda _: None
                self.after: Spoil = lambda _: None
                self.rewrite: Callable[[Call, bytes], bytes] = lambda _, content: content
                self.calls: list[Call] = []
                super().__init__(("127.0.0.1", 0), _Handler)
                self.url = f"http://127.0.0.1:{self.server_address[1]}{parts.path}"
                threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

            def reset(self) -> None:
                """No faults, nothing noted."""
                self.before = self.after = lambda _: None
                self.rewrite = lambda _, content: content
                self.calls = []

            def handle_error(self, request: Any, client_address: Any) -> None:
                """Connections that end are what this is about."""


        class _Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            wbufsize = 65536
            server: FaultProxy
            upstream: http.client.HTTPConnection | None = None

            def _forward(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                call = Call(_step(self.command, self.path), self.command, self.path, body, dict(self.headers))
                self.server.calls.append(call)
                spoilt = self.server.before(call)
                if spoilt is not None:
                    return self._spoil(spoilt)
                answered = self._ask(body)
                if answered is None:
                    return self._cut()
                status, headers, content = answered
                call.status = status
                spoilt = self.server.after(call)
                if spoilt is not None:
                    return self._spoil(spoilt)
                return self._answer(status, headers, self.server.rewrite(call, content))

            do_GET = do_POST = do_DELETE = do_PUT = _forward

            def _ask(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes] | None:
                for attempt in range(2):
                    if self.upstream is None:
                        self.upstream = http.client.HTTPConnection(self.server.upstream, timeout=60)
                    try:
                        self.upstream.request(self.command, self.path, body or None, dict(self.headers))
                        answer = self.upstream.getresponse()
                        return answer.status, answer.getheaders(), answer.read()
                    except (OSError, http.client.HTTPException):
                        self.upstream.close()
                        self.upstream = None
                return None

            def _spoil(self, spoilt: Spoilt) -> None:
                time.sleep(spoilt.seconds)
                if not spoilt.status:
                    return self._cut()
                body = spoilt.body
                content = body.encode() if isinstance(body, str) else json.dumps(body or {}).encode()
                kind = "text/html" if isinstance(body, str) else "application/json"
                return self._answer(spoilt.status, [("Content-Type", kind), *spoilt.headers], content)

            def _answer(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
                try:
                    self.send_response(status)
                    for name, value in headers:
                        if name.lower() not in ("transfer-encoding", "connection", "content-length", "keep-alive"):
                            self.send_header(name, value)
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
                if self.upstream is not None:
                    self.upstream.close()
                try:
                    super().finish()
                except (OSError, ValueError):
                    pass

            def log_message(self, *_: object) -> None:
                pass


        def _step(method: str, path: str) -> str:
            bare = urlsplit(path).path
            return next((step for step, verb, form in _STEPS if verb == method and re.search(form, bare)), "other")

        """#
}
