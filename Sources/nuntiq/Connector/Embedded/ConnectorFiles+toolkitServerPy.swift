// swift-format-ignore-file
extension ConnectorFiles {
    /// Made from sdk/python/toolkit/server.py by Scripts/embed-assets; change that file, not this one.
    static let toolkitServerPy = #"""
        """A Nuntiq of its own, whose clock can be moved and which can be killed."""

        from __future__ import annotations

        import json
        import os
        import shutil
        import signal
        import socket
        import subprocess
        import threading
        import time
        import urllib.request
        from contextlib import contextmanager
        from pathlib import Path
        from typing import Any, Iterator

        _ALL = (
            "READ_DOCS,READ_DATA,POST_DATA,POST_USER,POST_DOCS,INTEGRATE_INVOICES,LIFECYCLE_WRITE,LIFECYCLE_READ_INTERNAL,"
            "DELTA_READ,DELTA_WRITE,DELTA_RESET"
        )


        def program() -> str:
            """The ``nuntiq`` to run: that of ``NUNTIQ_PROGRAM``, this repository's debug build, or the one in ``PATH``."""
            built = Path(__file__).resolve().parents[3] / ".build/debug/nuntiq"
            return os.environ.get("NUNTIQ_PROGRAM") or (str(built) if built.exists() else shutil.which("nuntiq") or "nuntiq")


        class OwnServer:
            """Runs on a folder or, with ``database_url``, on PostgreSQL."""

            def __init__(self, folder: str, database_url: str | None = None) -> None:
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", 0))
                    self.port = int(probe.getsockname()[1])
                self.api_url = f"http://127.0.0.1:{self.port}/api"
                inherited = {name: value for name, value in os.environ.items() if not name.startswith("NUNTIQ_")}
                self._environment = {
                    **inherited,
                    "NUNTIQ_ENV": "development",
                    "NUNTIQ_DATA": f"{folder}/data",
                    "NUNTIQ_PORT": str(self.port),
                    "NUNTIQ_LOG_LEVEL": "warning",
                    "NUNTIQ_RATE_LIMIT": "off",
                }
                if database_url:
                    self._environment["NUNTIQ_DATABASE_URL"] = database_url
                self._log = f"{folder}/server.log"
                self._output = open(self._log, "ab")
                self._process: subprocess.Popen[bytes] | None = None
                self._offset = 0
                self._clock = threading.Condition()
                self._moving = self._standing = 0

            def start(self) -> None:
                """Returns when it answers."""
                self._process = subprocess.Popen(
                    [program(), "serve"], env=self._environment, stdout=self._output, stderr=self._output
                )
                end = time.monotonic() + 60
                while time.monotonic() < end and self._process.poll() is None:
                    try:
                        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=5) as answer:
                            if answer.status == 200:
                                return
                    except OSError:
                        time.sleep(0.05)
                said = Path(self._log).read_text(encoding="utf-8", errors="replace")[-2000:]
                raise AssertionError(f"The server did not start. {said}")

            def kill(self) -> None:
                """Ends it as a power cut would."""
                if self._process:
                    self._process.send_signal(signal.SIGKILL)
                    self._process.wait()

            def command(self, *arguments: str) -> Any:
                """A command beside it; what its ``--json`` says."""
                result = subprocess.run(
                    [program(), *arguments, "--json"], env=self._environment, capture_output=True, text=True, check=True
                )
                return json.loads(result.stdout)

            def tenant(self, subdomain: str, users: tuple[str, ...] = ("worker",)) -> dict[str, Any]:
                """A tenant with API users: the configuration of its connectors, and ``keys`` of all users."""
                tenant = self.command("tenant", "create", subdomain, "--name", subdomain)
                keys = [
                    self.command("api-user", "create", subdomain, user, "--permissions", _ALL)["api_key"] for user in users
                ]
                number = tenant["customer_number"]
                return {"api_url": self.api_url, "api_key": keys[0], "customer_number": number, "keys": keys}

            def advance(self, seconds: int) -> None:
                """Moves the clock of the whole installation on; nodes look each second."""
                with self._clock:
                    self._clock.wait_for(lambda: not self._standing)
                    self._moving += 1
                    self._offset += seconds
                    self._environment["NUNTIQ_CLOCK_OFFSET"] = f"{self._offset}s"
                    self.command("tenant", "list")
                time.sleep(1.2)
                with self._clock:
                    self._moving -= 1
                    self._clock.notify_all()

            @contextmanager
            def standing(self) -> Iterator[None]:
                """For a block nobody moves the clock."""
                with self._clock:
                    self._standing += 1  # from here on nobody begins to
                    self._clock.wait_for(lambda: not self._moving)
                try:
                    yield
                finally:
                    with self._clock:
                        self._standing -= 1
                        self._clock.notify_all()

            def close(self) -> None:
                """Ends it."""
                self.kill()
                self._output.close()

        """#
}
