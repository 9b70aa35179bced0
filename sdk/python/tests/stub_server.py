"""A server that answers as a test tells it: for what a real one does not do on demand."""

from __future__ import annotations

import io
import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

from lib.api_client import ApiClient
from lib.context import JobContext
from lib.logger import Logger
from lib.retry import RetryPolicy


class Asked(NamedTuple):
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    peer: tuple[str, int]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Answer(NamedTuple):
    """What to answer; a status of 0 cuts the connection instead."""

    status: int = 200
    body: Any = {}
    headers: dict[str, str] = {}


class StubServer:
    """Use it as a context manager; ``answers`` are given in turn, the last one again and again."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers) or [Answer()]
        self.asked: list[Asked] = []
        self.slept: list[float] = []
        self._clients: list[ApiClient] = []
        self._contexts: list[JobContext] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_one(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                stub.asked.append(Asked(self.command, self.path, dict(self.headers), body, self.client_address))
                answer = stub.answers.pop(0) if len(stub.answers) > 1 else stub.answers[0]
                if answer.status == 0:
                    # A reset rather than a polite end, as of a process that was killed.
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.connection.close()
                    self.close_connection = True
                    return
                content = answer.body if isinstance(answer.body, bytes) else json.dumps(answer.body).encode()
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = do_DELETE = handle_one

            def log_message(self, *_: object) -> None:
                pass

            def finish(self) -> None:
                try:
                    super().finish()
                except OSError:
                    pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/api"

    def __enter__(self) -> StubServer:
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        for each in [*self._contexts, *self._clients]:
            each.close()
        self._server.shutdown()
        self._server.server_close()

    def client(self, **settings: Any) -> ApiClient:
        """A client that does not really sleep: ``slept`` has what it would have slept."""
        policy = RetryPolicy(
            attempts=settings.pop("attempts", 4), sleep=self.slept.append, spread=lambda low, high: high
        )
        credentials = {"api_key": "sk_test"} if "job_token" not in settings else {}
        self._clients.append(ApiClient(self.url, retry=policy, **credentials, **settings))
        return self._clients[-1]

    def context(self) -> JobContext:
        api = self.client()
        self._contexts.append(JobContext(api, Logger(stream=io.StringIO(), api=api)))
        return self._contexts[-1]
