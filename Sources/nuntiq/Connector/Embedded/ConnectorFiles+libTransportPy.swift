// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/lib/transport.py by Scripts/embed-assets; change that file, not this one.
    static let libTransportPy = #"""
        """HTTP over connections that are kept open, one request at a time on each."""

        from __future__ import annotations

        import http.client
        import select
        import socket
        import ssl
        import threading
        import time
        from typing import Iterator, Mapping
        from urllib.parse import urlsplit

        from .errors import NoAnswer

        #: A connection that was idle for longer is not used again: the server may be about to close it.
        IDLE_SECONDS_MAX = 25.0
        #: How many idle connections are kept.
        IDLE_CONNECTIONS_MAX = 8
        _CHUNK_BYTES = 256 * 1024


        class Response:
            """An answer whose body has not been read yet; ``read`` or ``chunks`` frees its connection."""

            def __init__(self, transport: Transport, connection: http.client.HTTPConnection, raw: http.client.HTTPResponse):
                self.status = raw.status
                self.headers = raw.headers
                self._transport = transport
                self._connection = connection
                self._raw = raw

            def read(self) -> bytes:
                """The whole body."""
                try:
                    body = self._raw.read()
                except (OSError, http.client.HTTPException) as error:
                    self.abandon()
                    raise NoAnswer(f"The answer broke off: {error!r}", may_have_arrived=True) from error
                self._release()
                return body

            def chunks(self) -> Iterator[bytes]:
                """The body in parts of at most 256 KiB."""
                try:
                    while True:
                        chunk = self._raw.read(_CHUNK_BYTES)
                        if not chunk:
                            break
                        yield chunk
                except (OSError, http.client.HTTPException) as error:
                    raise NoAnswer(f"The answer broke off: {error!r}", may_have_arrived=True) from error
                finally:
                    if self._raw.isclosed():
                        self._release()
                    else:
                        self.abandon()

            def abandon(self) -> None:
                """Closes the connection without reading on."""
                self._connection.close()

            def _release(self) -> None:
                if self._raw.will_close:
                    self._connection.close()
                else:
                    self._transport.keep(self._connection)


        class Transport:
            """Sends requests to one host, from any thread."""

            def __init__(self, api_url: str, timeout_seconds: float = 60.0) -> None:
                parts = urlsplit(api_url)
                if parts.scheme not in ("http", "https") or not parts.hostname:
                    raise ValueError(f"api_url must be an http or https address such as http://localhost:8080/api: {api_url!r}")
                if parts.username or parts.query or parts.fragment:
                    raise ValueError("api_url must have no user, query or fragment.")
                self.root = parts.path.rstrip("/")
                self.timeout_seconds = timeout_seconds
                self._host = parts.hostname
                self._port = parts.port
                self._tls = ssl.create_default_context() if parts.scheme == "https" else None
                self._idle: list[tuple[http.client.HTTPConnection, float]] = []
                self._lock = threading.Lock()

            def send(
                self,
                method: str,
                target: str,
                headers: Mapping[str, str],
                body: bytes | list[bytes] | None,
                timeout_seconds: float | None,
            ) -> Response:
                """Sends one request and returns when the head of its answer is there.

                Raises ``NoAnswer``, which says whether the request can have arrived.
                """
                connection = self._connection(timeout_seconds or self.timeout_seconds)
                try:
                    connection.request(method, target, body, dict(headers))
                    return Response(self, connection, connection.getresponse())
                except (OSError, http.client.HTTPException) as error:
                    connection.close()
                    raise NoAnswer(f"{method} {target}: no answer, {error!r}", may_have_arrived=True) from error
                except BaseException:
                    # A half-sent request must not stay on a connection that is used again.
                    connection.close()
                    raise

            def keep(self, connection: http.client.HTTPConnection) -> None:
                """Takes back a connection whose answer was read."""
                with self._lock:
                    if len(self._idle) < IDLE_CONNECTIONS_MAX:
                        self._idle.append((connection, time.monotonic()))
                        return
                connection.close()

            def close(self) -> None:
                """Closes the idle connections."""
                with self._lock:
                    idle, self._idle = self._idle, []
                for connection, _ in idle:
                    connection.close()

            def _connection(self, timeout_seconds: float) -> http.client.HTTPConnection:
                while True:
                    with self._lock:
                        kept = self._idle.pop() if self._idle else None
                    if kept is None:
                        return self._connect(timeout_seconds)
                    connection, since = kept
                    if connection.sock is not None and time.monotonic() - since < IDLE_SECONDS_MAX:
                        if not _is_readable(connection.sock):
                            connection.sock.settimeout(timeout_seconds)
                            return connection
                    connection.close()

            def _connect(self, timeout_seconds: float) -> http.client.HTTPConnection:
                connection: http.client.HTTPConnection
                if self._tls is None:
                    connection = http.client.HTTPConnection(self._host, self._port, timeout=timeout_seconds)
                else:
                    connection = http.client.HTTPSConnection(self._host, self._port, timeout=timeout_seconds, context=self._tls)
                try:
                    connection.connect()
                except OSError as error:
                    connection.close()
                    raise NoAnswer(f"No connection to {self._host}: {error}", may_have_arrived=False) from error
                return connection


        def _is_readable(connection: socket.socket) -> bool:
            """Whether an idle connection has something to read, which then is its end."""
            if not hasattr(select, "poll"):
                return bool(select.select([connection], [], [], 0)[0])
            poll = select.poll()
            poll.register(connection, select.POLLIN)
            return bool(poll.poll(0))

        """#
}
