"""A Nuntiq of a test's own, whose clock it moves and which it kills."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path
from typing import Any

_PERMISSIONS = "READ_DOCS,POST_DOCS,INTEGRATE_INVOICES,LIFECYCLE_WRITE"


def program() -> str:
    """The built ``nuntiq``: that of ``NUNTIQ_PROGRAM``, else of this repository's debug build."""
    return os.environ.get("NUNTIQ_PROGRAM") or str(Path(__file__).resolve().parents[4] / ".build/debug/nuntiq")


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
        self._output = open(f"{folder}/server.log", "ab")
        self._process: subprocess.Popen[bytes] | None = None
        self._offset = 0

    def start(self) -> None:
        """Returns when it answers."""
        self._process = subprocess.Popen(
            [program(), "serve"], env=self._environment, stdout=self._output, stderr=self._output
        )
        end = time.monotonic() + 60
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/ready", timeout=5) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("The server did not start.")

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

    def tenant(self, subdomain: str) -> dict[str, Any]:
        """A tenant with an API user: the configuration of its connectors."""
        tenant = self.command("tenant", "create", subdomain, "--name", subdomain)
        user = self.command("api-user", "create", subdomain, "worker", "--permissions", _PERMISSIONS)
        return {"api_url": self.api_url, "api_key": user["api_key"], "customer_number": tenant["customer_number"]}

    def advance(self, seconds: int) -> None:
        """Moves the clock of the whole installation on; nodes look each second."""
        self._offset += seconds
        self._environment["NUNTIQ_CLOCK_OFFSET"] = f"{self._offset}s"
        self.command("tenant", "list")
        time.sleep(1.2)

    def close(self) -> None:
        """Ends it."""
        self.kill()
        self._output.close()
