// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/fake_erp.py by Scripts/embed-assets; change that file, not this one.
    static let fakeErpPy = #"""
        """An ERP to try connectors on: it keeps a ledger of its own, and misbehaves on request.

        ``python3 fake_erp.py --ledger ledger.jsonl --known refuse --faults 0.2`` prints its address and runs until stopped.

        - ``POST /postings {"reference", "payload"}`` → 201 ``{"id"}``; for a reference that it has, with ``--known refuse`` 409
          ``{"id"}``, with ``--known accept`` a second posting.
        - ``GET /postings?reference=R`` → 200 ``{"id"}`` or 404; a posting shows ``--shown-after`` seconds after it was made.

        Of the postings a share of ``--faults`` goes wrong: slow, 500 before it is posted, 500 after, or posted with the answer
        dropped. The ledger has one line per posting: what is in it twice was posted twice.
        """

        from __future__ import annotations

        import argparse
        import json
        import os
        import random
        import signal
        import socket
        import struct
        import sys
        import threading
        import time
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
        from typing import Any
        from urllib.parse import parse_qs, urlsplit

        FAULTS = ("slow", "error_before", "error_after", "drop_answer")


        class Ledger:
            """Postings in the order in which they were made, on disk before they are answered."""

            def __init__(self, path: str, is_known_refused: bool, shown_after: float) -> None:
                self._file = open(path, "a", encoding="utf-8")
                self._is_known_refused = is_known_refused
                self._shown_after = shown_after
                self._made: dict[str, tuple[str, float]] = {}
                self._count = 0
                self._lock = threading.Lock()

            def post(self, reference: str, payload: Any) -> tuple[str, bool]:
                """The id of a posting, and whether it is a new one."""
                with self._lock:
                    if self._is_known_refused and reference in self._made:
                        return self._made[reference][0], False
                    self._count += 1
                    name = f"ERP-{self._count:06d}"
                    self._file.write(json.dumps({"id": name, "reference": reference, "payload": payload}) + "\n")
                    self._file.flush()
                    os.fsync(self._file.fileno())
                    self._made.setdefault(reference, (name, time.monotonic()))
                    return name, True

            def close(self) -> None:
                """Closes the file."""
                with self._lock:
                    self._file.close()

            def find(self, reference: str) -> str | None:
                """The id of the first posting under a reference, once it shows."""
                with self._lock:
                    made = self._made.get(reference)
                return made[0] if made and time.monotonic() - made[1] >= self._shown_after else None


        class Handler(BaseHTTPRequestHandler):
            """The routes of the ERP."""

            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            server: FakeERP

            def do_GET(self) -> None:
                reference = parse_qs(urlsplit(self.path).query).get("reference", [""])[0]
                found = self.server.ledger.find(reference)
                self._answer(200 if found else 404, {"id": found} if found else {"error": "unknown reference"})

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)))
                fault = self.server.next_fault()
                if fault == "error_before":
                    return self._answer(500, {"error": "no"})
                if fault == "slow":
                    time.sleep(self.server.slow_seconds)
                name, is_new = self.server.ledger.post(str(body["reference"]), body.get("payload"))
                if fault == "drop_answer":
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.connection.close()
                    self.close_connection = True
                    return None
                if fault == "error_after":
                    return self._answer(500, {"error": "posted, and then something broke"})
                return self._answer(201 if is_new else 409, {"id": name})

            def _answer(self, status: int, body: Any) -> None:
                content = json.dumps(body).encode()
                try:
                    self.send_response(status)
                    self.send_header("Content-Type", "application/json")
                    self.send_header("Content-Length", str(len(content)))
                    self.end_headers()
                    self.wfile.write(content)
                except OSError:
                    self.close_connection = True  # who asked is gone

            def finish(self) -> None:
                try:
                    super().finish()
                except OSError:
                    pass

            def log_message(self, *_: object) -> None:
                pass


        class FakeERP(ThreadingHTTPServer):
            """The server; ``url`` is its address."""

            daemon_threads = True
            request_queue_size = 64

            def __init__(
                self,
                ledger: str,
                known: str = "accept",
                shown_after: float = 0.0,
                faults: float = 0.0,
                seed: int = 0,
                port: int = 0,
                slow_seconds: float = 0.3,
            ) -> None:
                super().__init__(("127.0.0.1", port), Handler)
                self.ledger = Ledger(ledger, known == "refuse", shown_after)
                self.slow_seconds = slow_seconds
                self.faults = faults
                self._chance = random.Random(seed)
                self._lock = threading.Lock()
                self.url = f"http://127.0.0.1:{self.server_address[1]}"

            def server_close(self) -> None:
                """Ends it, and its ledger."""
                super().server_close()
                self.ledger.close()

            def next_fault(self) -> str | None:
                """What goes wrong with the next posting."""
                with self._lock:
                    return self._chance.choice(FAULTS) if self._chance.random() < self.faults else None

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass


        def main() -> None:
            """The command."""
            parser = argparse.ArgumentParser(description="An ERP to try connectors on.")
            parser.add_argument("--ledger", required=True, help="file that gets a line per posting")
            parser.add_argument("--known", choices=["refuse", "accept"], default="accept", help="a reference that it has")
            parser.add_argument("--shown-after", type=float, default=0.0, help="seconds until a posting shows")
            parser.add_argument("--faults", type=float, default=0.0, help="share of postings that go wrong")
            parser.add_argument("--seed", type=int, default=0, help="which ones go wrong")
            parser.add_argument("--port", type=int, default=0)
            options = parser.parse_args()
            if hasattr(signal, "pthread_sigmask"):
                # Who starts it may have signals blocked: then it could not be stopped.
                signal.pthread_sigmask(signal.SIG_SETMASK, ())
            erp = FakeERP(options.ledger, options.known, options.shown_after, options.faults, options.seed, options.port)
            print(erp.url, flush=True)
            try:
                erp.serve_forever()
            except KeyboardInterrupt:
                sys.exit(0)


        if __name__ == "__main__":
            main()

        """#
}
